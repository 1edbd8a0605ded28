import { basename } from 'node:path';
import { readJson } from '../../../syntax/evaluation/javascript/readJson';
import { scalar, textOf, unknown, type Value } from '../../../syntax/evaluation/value';
import { readIni } from './ini';
import {
  argument,
  mapOf,
  nothing,
  pathIn,
  type LibraryCall,
  type LibraryRules,
} from '../libraryCall';

/** Configuration in files of other formats, where the code opens them by a name that is known. */
export const textFiles: LibraryRules = {
  'builtins.open().read': (call) => textOfFile(call, call.args.self),
  'json.load': (call) => readJson(textOfFile(call, argument(call, 0, 'fp'))),
  'json.loads': (call) => readJson(argument(call, 0, 's') ?? unknown('no text is given')),
  'urllib.parse.quote': quoted,
  'urllib.parse.quote_plus': quoted,
  'configparser.ConfigParser': () => mapOf([], parser),
  'configparser.RawConfigParser': () => mapOf([], parser),
  'configparser.ConfigParser.read': readSections,
  'configparser.ConfigParser.get': readOption,
};

const parser = 'configparser.ConfigParser';

/** A file that was opened; its text has no line of its own. */
function textOfFile(call: LibraryCall, opened: Value | undefined): Value {
  const made = opened?.kind === 'made' && opened.maker === 'builtins.open' ? opened : undefined;
  const path = pathIn(call.host.cwd, made?.args.positional[0] ?? made?.args.named.get('file'));
  const text = path === undefined ? undefined : call.host.readText(path);
  if (path === undefined || text === undefined) return unknown('the file is not followed');
  const origin = { kind: 'file', name: basename(path), file: path } as const;
  return scalar(text, [{ kind: 'written', origin }]);
}

function quoted(call: LibraryCall): Value {
  const given = argument(call, 0, 'string');
  const text = given && textOf(given);
  // The text of nothing is nothing: what is left out is most often a password.
  if (text === undefined)
    return given?.kind === 'scalar' ? scalar('', given.trail) : unknown('the text is not known');
  return scalar(encodeURIComponent(text), given?.trail);
}

function readSections(call: LibraryCall): Value {
  const { self } = call.args;
  const path = pathIn(call.host.cwd, argument(call, 0, 'filenames'));
  const text = path === undefined ? undefined : call.host.readText(path);
  if (self?.kind !== 'map' || path === undefined || text === undefined) return nothing;
  for (const [name, entries] of readIni(text)) {
    const values = [...entries].map(([key, { value, line }]) => {
      const origin = { kind: 'file', name: key, file: path, line } as const;
      return [key, scalar(value, [{ kind: 'written', origin }])] as const;
    });
    call.write(self.entries, name, mapOf(values));
  }
  return nothing;
}

/** `parser.get(section, option, fallback=…)`. */
function readOption(call: LibraryCall): Value {
  const { self } = call.args;
  const [section, option] = [argument(call, 0, 'section'), argument(call, 1, 'option')].map(
    (value) => value && textOf(value),
  );
  const entries = self?.kind === 'map' ? self.entries.get(section ?? '') : undefined;
  const found =
    entries?.kind === 'map' ? entries.entries.get((option ?? '').toLowerCase()) : undefined;
  return found ?? call.args.named.get('fallback') ?? unknown('the file has no such option');
}
