import { dirname, isAbsolute, join, resolve } from 'node:path';
import { parse } from 'jsonc-parser';
import type { ReadText } from './evaluation';

const endings = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx', '.json'];
/** Files of these are found by their whole name only. */
const namedEndings = ['.jsonc', '.json5'];

/** TypeScript imports `./x.js` where the file is `x.ts`. */
const sources: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** The files that a module's name may mean: relative, `#imports` of package.json, aliases of tsconfig.json. */
export function findModuleFiles(
  name: string,
  from: string,
  root: string,
  read: ReadText,
): string[] {
  if (name.startsWith('.') || isAbsolute(name)) return filesAt(resolve(dirname(from), name));
  const folders = foldersUpTo(dirname(from), root);
  if (name.startsWith('#'))
    return ofFirst(folders, (folder) => ofPackageImports(name, folder, read));
  return ofFirst(folders, (folder) => ofAliases(name, folder, read));
}

function filesAt(path: string): string[] {
  const ending = /\.[^./]+$/.exec(path)?.[0] ?? '';
  const written = sources[ending] ?? [];
  return [
    path,
    ...written.map((source) => path.slice(0, -ending.length) + source),
    ...endings.map((own) => path + own),
    ...endings.map((own) => join(path, `index${own}`)),
  ].filter((file) => [...endings, ...namedEndings].some((own) => file.endsWith(own)));
}

/** From `folder` up to the workspace folder, nearest first. */
function foldersUpTo(folder: string, root: string): string[] {
  const folders = [folder];
  while (folder !== root && folder !== dirname(folder)) folders.push((folder = dirname(folder)));
  return folders;
}

function ofFirst(folders: readonly string[], find: (folder: string) => string[]): string[] {
  for (const folder of folders) {
    const found = find(folder);
    if (found.length > 0) return found;
  }
  return [];
}

function ofPackageImports(name: string, folder: string, read: ReadText): string[] {
  const imports = objectOf(readObject(join(folder, 'package.json'), read)['imports']);
  return matches(imports, name).flatMap((target) => filesAt(resolve(folder, target)));
}

function ofAliases(name: string, folder: string, read: ReadText): string[] {
  for (const config of ['tsconfig.json', 'jsconfig.json']) {
    const { paths, base } = optionsOf(join(folder, config), read, 0);
    const targets = matches(paths.entries, name).flatMap((target) =>
      filesAt(resolve(paths.folder, target)),
    );
    const found = [...targets, ...(base === undefined ? [] : filesAt(resolve(base, name)))];
    if (found.length > 0) return found;
  }
  return [];
}

interface PathOptions {
  readonly paths: { readonly folder: string; readonly entries: Readonly<Record<string, unknown>> };
  /** `baseUrl`, absolute. */
  readonly base: string | undefined;
}

const deepestExtends = 5;

/** `paths` and `baseUrl` of a configuration, or of the one that it extends. */
function optionsOf(file: string, read: ReadText, depth: number): PathOptions {
  const config = readObject(file, read);
  const options = objectOf(config['compilerOptions']);
  const parents = [config['extends']].flat().filter((name) => typeof name === 'string');
  const inherited = parents
    .filter((name) => name.startsWith('.') && depth < deepestExtends)
    .map((name) => optionsOf(withJson(resolve(dirname(file), name)), read, depth + 1))
    .at(-1);
  const own = options['baseUrl'];
  const base = typeof own === 'string' ? resolve(dirname(file), own) : inherited?.base;
  const entries = objectOf(options['paths']);
  const paths =
    Object.keys(entries).length > 0 ? { folder: base ?? dirname(file), entries } : inherited?.paths;
  return { paths: paths ?? { folder: dirname(file), entries: {} }, base };
}

const withJson = (path: string): string => (path.endsWith('.json') ? path : `${path}.json`);

/** What a table such as `{ "@/*": ["src/*"] }` makes of a name; the longest key wins. */
function matches(table: Readonly<Record<string, unknown>>, name: string): string[] {
  const found = Object.keys(table)
    .flatMap((key) => {
      const [head = '', tail] = key.split('*');
      if (tail === undefined) return key === name ? [{ key, rest: '' }] : [];
      const fits = name.startsWith(head) && name.endsWith(tail) && name.length >= key.length - 1;
      return fits ? [{ key, rest: name.slice(head.length, name.length - tail.length) }] : [];
    })
    .sort((a, b) => b.key.length - a.key.length)[0];
  if (!found) return [];
  return textsOf(table[found.key]).map((target) => target.replace('*', () => found.rest));
}

/** One target, a list, or those of the conditions of package.json. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  const conditions = objectOf(value);
  return ['development', 'import', 'node', 'require', 'default'].flatMap((name) =>
    textsOf(conditions[name] ?? []),
  );
}

function readObject(file: string, read: ReadText): Readonly<Record<string, unknown>> {
  const text = read(file);
  if (text === undefined) return {};
  try {
    return objectOf(parse(text, [], { allowTrailingComma: true }));
  } catch {
    return {};
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
