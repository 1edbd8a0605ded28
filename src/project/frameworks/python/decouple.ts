import { dirname, join } from 'node:path';
import type { Variable } from '../../../syntax/evaluation/host';
import { textOf, type Value } from '../../../syntax/evaluation/value';
import { readIni } from './ini';
import {
  argument,
  fallBack,
  folderOf,
  foundVariable,
  type LibraryCall,
  type LibraryRules,
} from '../libraryCall';

/** python-decouple 3.8 and Starlette's copy of the idea: the variable, else a file, else the default. */
export const decouple: LibraryRules = {
  'decouple.config': (call) => readSetting(call, findNearest(call)),
  'decouple.AutoConfig().__call__': (call) => readSetting(call, findNearest(call)),
  'decouple.Config().__call__': (call) => readSetting(call, repositoryOf(call)),
  'starlette.config.Config().__call__': (call) => readSetting(call, starletteFile(call)),
};

type Find = (name: string) => Variable | undefined;

function readSetting(call: LibraryCall, find: Find): Value | undefined {
  const given = argument(call, 0, 'option', 'key');
  const name = given && textOf(given);
  if (name === undefined) return undefined;
  const found = call.host.variable(name) ?? find(name);
  const isStarlette =
    call.args.self?.kind === 'made' && call.args.self.maker.startsWith('starlette');
  const fallback = call.args.named.get('default') ?? call.args.positional[isStarlette ? 2 : 1];
  return found ? foundVariable(name, found) : fallBack(call, name, fallback);
}

/** The first folder, from the calling file upwards, with `settings.ini` or `.env`; one file is read, never both. */
function findNearest(call: LibraryCall): Find {
  for (let folder = folderOf(call); ; folder = dirname(folder)) {
    for (const [name, read] of files) {
      const path = join(folder, name);
      const text = call.host.readText(path);
      if (text !== undefined) return read(text, path);
    }
    if (folder === dirname(folder)) return () => undefined;
  }
}

const files: readonly (readonly [name: string, read: (text: string, path: string) => Find])[] = [
  ['settings.ini', readSettings],
  ['.env', readLines],
];

function readSettings(text: string, file: string): Find {
  const section = readIni(text).get('settings');
  return (name) => {
    const entry = section?.get(name.toLowerCase());
    return entry && { value: entry.value, origin: { kind: 'file', name, file, line: entry.line } };
  };
}

/** `NAME=value` lines: quotes around the whole value go, nothing else is special. */
function readLines(text: string, file: string): Find {
  const lines = text.split('\n');
  return (name) => {
    const at = lines.findLastIndex((line) => {
      const [key = ''] = line.split('=', 1);
      return line.includes('=') && key.trim() === name;
    });
    if (at < 0) return undefined;
    const written = (lines[at] ?? '').slice((lines[at] ?? '').indexOf('=') + 1).trim();
    const value = /^(['"]).*\1$/.test(written) ? written.slice(1, -1) : written;
    return { value, origin: { kind: 'file', name, file, line: at + 1 } };
  };
}

/** `Config(RepositoryEnv('.env.prod'))`, `Config(RepositoryIni('x.ini'))`. */
function repositoryOf(call: LibraryCall): Find {
  const { self } = call.args;
  const repository = self?.kind === 'made' ? self.args.positional[0] : undefined;
  const source = repository?.kind === 'made' ? repository : undefined;
  const read = source?.maker.endsWith('RepositoryIni') ? readSettings : readLines;
  return readAt(call, source?.args.positional[0], read);
}

function starletteFile(call: LibraryCall): Find {
  const { self } = call.args;
  const made = self?.kind === 'made' ? self.args : undefined;
  return readAt(call, made?.positional[0] ?? made?.named.get('env_file'), readLines);
}

function readAt(
  call: LibraryCall,
  path: Value | undefined,
  read: (text: string, path: string) => Find,
): Find {
  const written = path && textOf(path);
  if (written === undefined) return () => undefined;
  const file = written.startsWith('/') ? written : join(call.host.cwd, written);
  const text = call.host.readText(file);
  return text === undefined ? () => undefined : read(text, file);
}
