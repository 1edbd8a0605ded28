import { dirname, join, sep } from 'node:path';
import type { Setting } from '../../core/environment/setting';
import { grammars } from '../../core/targets/grammars';
import { orderGrammars } from '../clients';
import { modelBindings } from '../evaluation/modelBindings';
import { attemptProgram, type FollowedProgram } from '../evaluation/program';
import { manifestReaders } from '../manifests';
import { readPackages, type Packages } from '../packages';
import { freshReader, type Reader, type ResolveRequest } from '../request';
import { resolveFolder } from '../resolveFolder';
import type { AssessedTarget } from '../resolution';
import type { FileRuns } from './fileRuns';

export type RunsRequest = Omit<ResolveRequest, 'command' | 'skipsFolder'>;

interface Project {
  readonly folder: string;
  readonly packages: Packages;
  readonly targets: readonly AssessedTarget[];
  /** What `manage.py` sets for all of the project's code. */
  readonly variables: readonly Setting[];
}

const settingsVariable = 'DJANGO_SETTINGS_MODULE';

/** Which databases whatever runs each of these files would reach, under one set of variables. */
export async function readFileRuns(
  reader: Reader,
  request: RunsRequest,
  files: readonly string[],
): Promise<readonly FileRuns[]> {
  const runs = new FileRunsReader(reader, request);
  const found: FileRuns[] = [];
  for (const file of files) found.push(await runs.read(file));
  return found;
}

/** Reads each project once. */
class FileRunsReader {
  readonly #projects = new Map<string, Promise<Project>>();

  constructor(
    private readonly reader: Reader,
    private readonly request: RunsRequest,
  ) {}

  async read(file: string): Promise<FileRuns> {
    const folder = await this.#projectFolder(file);
    const known = this.#projects.get(folder) ?? this.#readProject(folder);
    this.#projects.set(folder, known);
    const project = await known;
    const followed = await this.#follow(file, project);
    return {
      own: followed?.targets ?? [],
      project: project.targets,
      models: followed ? modelBindings(followed.evaluation) : [],
    };
  }

  /** The nearest folder that is set up by itself, for that is where its programs are started. */
  async #projectFolder(file: string): Promise<string> {
    const { root, cwd } = this.request;
    for (let folder = dirname(file); folder.startsWith(`${root}${sep}`); folder = dirname(folder)) {
      const entries = await this.reader.files.list(folder);
      const isProject = entries.some(
        ({ name }) =>
          name === 'manage.py' || manifestReaders.some(({ files: pattern }) => pattern.test(name)),
      );
      if (isProject) return folder;
    }
    return cwd;
  }

  async #readProject(folder: string): Promise<Project> {
    const request = { ...this.request, cwd: folder };
    const [packages, { targets }] = await Promise.all([
      readPackages(this.reader.files, folder, request.root),
      resolveFolder(freshReader(this.reader), request),
    ]);
    const bare = { folder, packages, targets, variables: [] };
    const manage = await this.#follow(join(folder, 'manage.py'), bare);
    const setting = manage?.environment.find(settingsVariable)?.setting;
    return { ...bare, variables: setting ? [setting] : [] };
  }

  #follow(file: string, project: Project): Promise<FollowedProgram | undefined> {
    const { process } = this.request;
    const { folder, packages, variables } = project;
    return attemptProgram({
      ...freshReader(this.reader),
      ...this.request,
      cwd: folder,
      process: { ...process, settings: [...variables, ...process.settings] },
      entry: file,
      name: '__main__',
      packages,
      grammars: orderGrammars(grammars, packages),
      ...(variables.length > 0 ? { starts: { rule: 'django.setup' } } : {}),
    });
  }
}
