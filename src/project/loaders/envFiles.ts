import { resolve } from 'node:path';
import type { Dialect } from '../../core/environment/dialect';
import { Environment, type Layer } from '../../core/environment/environment';
import { Setting, type Problem } from '../../core/environment/setting';
import { dialectOf, type DialectId } from './dialects';
import type { LoadRequest } from './loader';

/** What a loader does, as data. */
export interface EnvFilePlan {
  readonly dialect: DialectId;
  /** Relative to the working folder or absolute; strongest first. A path that is not there is passed over. */
  readonly paths: readonly string[];
  /** Which other files `${NAME}` sees. The process comes first, the file itself last. */
  readonly sees?: 'stronger' | 'weaker' | 'all';
  /** Where the variables of the process stand. */
  readonly process?: 'strongest' | 'weakest' | 'strongestUnlessEmpty';
}

export interface EnvFileSource {
  readonly path: string;
  readonly text: string;
  /** Lines of the file before the text, where the text is only a part. */
  readonly linesBefore?: number;
}

/** Reads env files as a plan says. A file that is there and cannot be read becomes a layer with a problem. */
export async function loadEnvFiles(request: LoadRequest, plan: EnvFilePlan): Promise<Environment> {
  const { files, cwd, process } = request;
  const paths = [...new Set(plan.paths.map((path) => resolve(cwd, path)))];
  const contents = await Promise.all(
    paths.map(async (path) => ({ path, content: await files.read(path) })),
  );
  const sources = contents.flatMap(({ path, content }) =>
    content.kind === 'text' ? [{ path, text: content.text }] : [],
  );
  const parsed = parseSources(sources, plan, process);
  const layers = contents.flatMap(({ path, content }): Layer[] => {
    if (content.kind === 'missing') return [];
    if (content.kind === 'unreadable')
      return [{ settings: [], problem: { file: path, message: content.reason } }];
    return parsed.get(path) ?? [];
  });
  return new Environment(withProcess(layers, process, plan.process ?? 'strongest'));
}

function parseSources(
  sources: readonly EnvFileSource[],
  { dialect: id, sees = 'stronger', process: rank }: EnvFilePlan,
  process: Layer,
): Map<string, Layer[]> {
  const dialect = dialectOf(id);
  const layers = new Map<string, Layer[]>();
  const inOrder = sees === 'weaker' ? [...sources].reverse() : sources;
  // Where files see each other both ways, the second round sees what the first found.
  for (let round = 0; round < (sees === 'all' && sources.length > 1 ? 2 : 1); round++)
    for (const source of inOrder) {
      const index = sources.indexOf(source);
      const layersOf = (others: readonly EnvFileSource[]): Layer[] =>
        others.flatMap(({ path }) => layers.get(path) ?? []);
      const get = new Environment([
        process,
        ...(sees === 'weaker' ? [] : layersOf(sources.slice(0, index))),
        ...(sees === 'stronger'
          ? []
          : hideOwn(dialect, source, layersOf(sources.slice(index + 1)))),
      ]);
      const lookup = { get: (name: string) => get.get(name), override: rank === 'weakest' };
      layers.set(source.path, [parseLayer(dialect, source, lookup)]);
    }
  return layers;
}

/** Weaker files without the names that a file sets itself. */
function hideOwn(dialect: Dialect, { text }: EnvFileSource, weaker: readonly Layer[]): Layer[] {
  if (weaker.length === 0) return [];
  const { assignments } = dialect.parse(text, { get: () => undefined, override: false });
  const own = new Set(assignments.map(({ name }) => name));
  return weaker.map(({ settings }) => ({
    settings: settings.filter(({ name }) => !own.has(name)),
  }));
}

/** One file in one dialect. `lookup` is what `${NAME}` in it may see. */
export function parseLayer(
  dialect: Dialect,
  { path: file, text, linesBefore = 0 }: EnvFileSource,
  lookup: Parameters<Dialect['parse']>[1],
): Layer {
  const { assignments, problems } = dialect.parse(text, lookup);
  const told = ({ line, message }: (typeof problems)[number]): Problem => ({
    file,
    line: line + linesBefore,
    message,
  });
  const fatal = problems.find((problem) => problem.fatal);
  const settings = assignments.flatMap(({ name, value, line: own }) => {
    const line = own + linesBefore;
    return value === null ? [] : [new Setting(name, value, { kind: 'file', name, file, line })];
  });
  return {
    settings: fatal ? [] : settings,
    ...(fatal ? { problem: told(fatal) } : {}),
    remarks: problems.filter((problem) => problem !== fatal).map(told),
  };
}

function withProcess(
  files: readonly Layer[],
  process: Layer,
  rank: Required<EnvFilePlan>['process'],
): Layer[] {
  if (rank === 'weakest') return [...files, process];
  if (rank === 'strongest') return [process, ...files];
  const isEmpty = ({ value }: Setting): boolean => value === '';
  return [
    { ...process, settings: process.settings.filter((setting) => !isEmpty(setting)) },
    ...files,
    { settings: process.settings.filter(isEmpty) },
  ];
}
