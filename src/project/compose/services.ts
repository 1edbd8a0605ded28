import { dirname, join, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Environment } from '../../core/environment/environment';
import { Setting, type Problem } from '../../core/environment/setting';
import { expandComposeTemplate } from '../../core/environment/reading/composeTemplate';
import type { Files } from '../files';

/** One service as far as it tells what its programs see. */
export interface ComposeService {
  readonly name: string;
  /** The image as written; `undefined` where it is built. */
  readonly image?: string;
  /** Where the file gives it a name of its own. */
  readonly containerName?: string;
  readonly settings: readonly Setting[];
  /** Absolute, in their order: the last wins. */
  readonly envFiles: readonly string[];
}

export interface ComposeFile {
  readonly services: readonly ComposeService[];
  readonly problems: readonly Problem[];
}

const usualNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];

/** The services of a project's compose files; what a later file says of a service comes on top. */
export async function readCompose(
  files: Files,
  cwd: string,
  named: readonly string[],
  environment: Environment,
): Promise<ComposeFile> {
  const paths =
    named.length > 0 ? named.map((path) => resolve(cwd, path)) : await usualPaths(files, cwd);
  const read = await Promise.all(
    paths.map(async (file): Promise<ComposeFile> => {
      const content = await files.read(file);
      return content.kind === 'text'
        ? readServices(content.text, file, environment)
        : { services: [], problems: [] };
    }),
  );
  return {
    services: mergeServices(read.flatMap(({ services }) => services)),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** The first of the usual names, and the override file beside it. */
async function usualPaths(files: Files, cwd: string): Promise<string[]> {
  for (const name of usualNames) {
    const file = join(cwd, name);
    if ((await files.read(file)).kind === 'missing') continue;
    return [file, file.replace(/\.(ya?ml)$/, '.override.$1')];
  }
  return [];
}

function mergeServices(services: readonly ComposeService[]): ComposeService[] {
  const merged = new Map<string, ComposeService>();
  for (const service of services) {
    const known = merged.get(service.name);
    merged.set(service.name, {
      ...known,
      ...service,
      settings: [...(known?.settings ?? []), ...service.settings],
      envFiles: [...(known?.envFiles ?? []), ...service.envFiles],
    });
  }
  return [...merged.values()];
}

function readServices(text: string, file: string, environment: Environment): ComposeFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: true, logLevel: 'silent', lineCounter: lines });
  let content: unknown;
  try {
    if (document.errors.length > 0) throw new Error('not YAML');
    content = document.toJS();
  } catch {
    // The parser's own messages quote the file, which may hold a password.
    return { services: [], problems: [{ file, message: 'is not valid YAML' }] };
  }
  const services = Object.entries(mapOf(mapOf(content)['services']));
  const lineOf = (path: readonly string[]): number | undefined => {
    const node = document.getIn(path, true) as { range?: readonly number[] } | undefined;
    const start = node?.range?.[0];
    return start === undefined ? undefined : lines.linePos(start).line;
  };
  return {
    services: services.map(([name, value]) =>
      readService(name, mapOf(value), { file, environment, lineOf }),
    ),
    problems: [],
  };
}

interface Source {
  readonly file: string;
  readonly environment: Environment;
  readonly lineOf: (path: readonly string[]) => number | undefined;
}

function readService(
  name: string,
  {
    image,
    container_name: container,
    environment,
    env_file: envFile,
  }: Readonly<Record<string, unknown>>,
  source: Source,
): ComposeService {
  const entries: [string, unknown, string][] = Array.isArray(environment)
    ? environment.map((entry, index) => [...splitEntry(String(entry)), String(index)])
    : Object.entries(mapOf(environment)).map(([key, value]) => [key, value, key]);
  return {
    name,
    ...(typeof image === 'string' ? { image: filledIn(image, source) ?? image } : {}),
    ...(typeof container === 'string' ? { containerName: container } : {}),
    settings: entries.flatMap(([key, value, at]) => {
      const line = source.lineOf(['services', name, 'environment', at]);
      return settingOf(key, value, line, source) ?? [];
    }),
    envFiles: [envFile].flat().flatMap((entry: unknown) => {
      const path = typeof entry === 'string' ? entry : mapOf(entry)['path'];
      return typeof path === 'string'
        ? [resolve(dirname(source.file), filledIn(path, source) ?? path)]
        : [];
    }),
  };
}

function splitEntry(entry: string): [string, unknown] {
  const equals = entry.indexOf('=');
  return equals < 0 ? [entry, null] : [entry.slice(0, equals), entry.slice(equals + 1)];
}

/** Without a value, the variable of the shell goes into the container. */
function settingOf(
  name: string,
  value: unknown,
  line: number | undefined,
  source: Source,
): Setting | undefined {
  const { file, environment } = source;
  if (value === null || value === undefined) return environment.find(name)?.setting;
  const text = filledIn(String(value), source);
  const origin = { kind: 'file', name, file, ...(line ? { line } : {}) } as const;
  return text === undefined ? undefined : new Setting(name, text, origin);
}

function filledIn(text: string, { environment }: Source): string | undefined {
  const expanded = expandComposeTemplate(text, (name) => environment.get(name));
  return expanded.kind === 'text' ? expanded.text : undefined;
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
