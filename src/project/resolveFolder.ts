import { basename, dirname } from 'node:path';
import type { Environment } from '../core/environment/environment';
import type { Problem } from '../core/environment/setting';
import { grammars } from '../core/targets/grammars';
import type { Target } from '../core/targets/target';
import { findTargets } from '../core/targets/variableGroups';
import { assessTargets } from './assessTargets';
import { readClientFiles } from './clientFiles';
import { orderGrammars } from './clients';
import { findUnset, withStated, type DevelopmentVariable } from './developmentVariables';
import { findEntries } from './evaluation/entries';
import type { ProgramAnswer } from './evaluation/answer';
import { configTools, followConfig } from './evaluation/configFiles';
import { followProgram } from './evaluation/program';
import { readLaravelTargets } from './frameworks/laravelTargets';
import { readRailsTargets } from './frameworks/railsTargets';
import { chooseLoaders } from './loaders';
import { readPackages, type Packages } from './packages';
import type { AssessedTarget, Resolution } from './resolution';
import type { Reader, ResolveRequest } from './request';
import type { LoaderMode } from './tools/loaderModes';
import { unite, uniteTargets } from './unite';

export interface FolderRequest extends Omit<ResolveRequest, 'command'> {
  /** The mode that the command implies for one of the loaders. */
  readonly mode?: LoaderMode;
  /** The database that the command may name, of those of a Rails application. */
  readonly railsDatabase?: string | undefined;
}

/** What is known of the project around the folder. */
interface Project {
  readonly packages: Packages;
  /** Variables that its code asks for. */
  readonly reads: ReadonlySet<string>;
}

/** What a program started in the folder would read: its code where that can be followed, else what its loaders set. */
export async function resolveFolder(reader: Reader, request: FolderRequest): Promise<Resolution> {
  const packages = await readPackages(reader.files, request.cwd, request.root);
  const programs = await followEntries(reader, request, packages);
  const reads = new Set(programs.flatMap((program) => [...program.reads]));
  const variables = await resolveVariables(reader, request, { packages, reads });
  return preferCode(variables, programs, request.developmentVariables);
}

/** The databases that variables name, by every loader that the project may use. */
async function resolveVariables(
  reader: Reader,
  request: FolderRequest,
  project: Project,
): Promise<Resolution> {
  const { packages } = project;
  const readings = await Promise.all(
    chooseLoaders(packages, request.isShellSeen).map(async ({ loader, options: detected }) => {
      const { mode } = request;
      const options = mode?.loader === loader.id ? { ...detected, mode: mode.mode } : detected;
      const environment = await loader.load({ ...request, files: reader.files, options });
      const targets = await targetsOf(reader, request, project, environment);
      return { loader, environment, targets };
    }),
  );
  const targets = uniteTargets(readings.flatMap((reading) => reading.targets));
  const problems = readings.flatMap(({ environment }) => environment.problems());
  const used = {
    targets: targets.length > 0 ? targets : inDoubt(problems),
    missing: findUnset(
      request.developmentVariables,
      readings.map(({ environment }) => environment),
    ),
    problems: [...packages.problems, ...problems],
    remarks: readings.flatMap(({ environment }) => environment.remarks()),
    readBy: readings.map(({ loader }) => loader.title),
  };
  return unite([used]);
}

async function targetsOf(
  { files, listeners }: Reader,
  { cwd, home, labels, railsDatabase: database }: FolderRequest,
  { packages, reads }: Project,
  environment: Environment,
): Promise<AssessedTarget[]> {
  const readFile = await readClientFiles(files, environment, home);
  const client = { readFile, home, cwd };
  const find = (name: string) => environment.find(name);
  const gem = packages.find('ruby', 'rails');
  const version = Number(/\d+/.exec(gem?.version ?? '')?.[0]) || undefined;
  const rules = { version, ...(database === undefined ? {} : { database }) };
  const folder = gem?.origin.file && dirname(gem.origin.file);
  const rails = folder
    ? (await readRailsTargets(files, folder, environment, { ...client, find }, rules)).targets
    : [];
  const php = packages.find('php', 'laravel/framework')?.origin.file;
  const laravel = php ? await readLaravelTargets(files, dirname(php), environment) : [];
  // These have merged their variables over the file already.
  const merged = new Set([...rails, ...laravel].map(originKey));
  const named = findTargets(environment, client, orderGrammars(grammars, packages));
  const others = named.filter((target) => !merged.has(originKey(target)));
  return assessTargets([...rails, ...laravel, ...others], {
    labels,
    environment,
    listeners,
    packages,
    reads,
  });
}

async function followEntries(
  reader: Reader,
  request: FolderRequest,
  packages: Packages,
): Promise<readonly ProgramAnswer[]> {
  const entries = await findEntries(reader.files, request.cwd);
  const answers = await Promise.all(
    entries.map((entry) =>
      followProgram({
        ...reader,
        ...request,
        ...entry,
        packages,
        grammars: orderGrammars(grammars, packages),
      }),
    ),
  );
  const found = answers.filter((answer) => answer !== undefined);
  return found.some(({ targets }) => targets.length > 0)
    ? found
    : followConfigs(reader, request, packages);
}

/** Where no code connects, the tools' own files may tell. */
async function followConfigs(
  reader: Reader,
  request: FolderRequest,
  packages: Packages,
): Promise<readonly ProgramAnswer[]> {
  const facts = { ...reader, ...request, packages, grammars: orderGrammars(grammars, packages) };
  const answers = await Promise.all(configTools.map((tool) => followConfig(tool, facts)));
  return answers.filter((answer) => answer !== undefined);
}

/**
 * Code has the last word: what it connects to comes first, and a variable that names another database of the same kind
 * is something the code did not take.
 */
function preferCode(
  variables: Resolution,
  programs: readonly ProgramAnswer[],
  stated: readonly DevelopmentVariable[],
): Resolution {
  const own = uniteTargets(programs.flatMap(({ targets }) => targets)).filter(
    ({ target }) => target.unresolved === undefined,
  );
  if (own.length === 0) return variables;
  const systems = new Set(own.map(({ target }) => target.system));
  const origins = new Set(own.map(({ target }) => originKey(target)));
  const rest = variables.targets
    .filter(({ target }) => !origins.has(originKey(target)))
    .map((assessed) =>
      systems.has(assessed.target.system)
        ? { ...assessed, target: { ...assessed.target, standby: true } }
        : assessed,
    );
  const inferred = programs.flatMap((program) => program.missing);
  const missing = withStated(inferred, stated, variables.missing);
  return unite([{ ...variables, targets: [...own, ...rest], missing }]);
}

function originKey({ origin: { kind, name, file, line } }: Target): string {
  return `${kind}:${name}:${file}:${line}`;
}

/** Where a file that decides cannot be read, "no database" would be a guess: the answer is an unknown one. */
function inDoubt(problems: readonly Problem[]): AssessedTarget[] {
  const [problem] = problems;
  if (!problem) return [];
  const { file, line, message } = problem;
  const name = basename(file);
  const unresolved = `${name} ${message}`;
  const origin = { kind: 'file', name, file, ...(line ? { line } : {}) } as const;
  const target: Target = {
    system: 'unknown',
    endpoints: [],
    unresolved,
    origin,
    overrides: [],
    doubts: problems,
    standby: false,
  };
  const text = `It may name a database, but ${unresolved}.`;
  return [{ target, stage: 'unknown', reasons: [{ rule: 'unreadable-source', text, origin }] }];
}
