import { basename, extname } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { findAttribute } from '../../../syntax/evaluation/attributes';
import { readJson } from '../../../syntax/evaluation/javascript/readJson';
import { scalar, type Value } from '../../../syntax/evaluation/value';
import type { LibraryCall } from '../libraryCall';
import { readYaml } from './readYaml';

/** Endings of files with settings, in the order in which node-config 5 takes those of one name: the last one wins. */
export const settingsEndings = 'js cjs mjs ts json jsonc json5 toml yaml yml'.split(' ');

/** What a file with settings holds, whatever its format; `undefined` where it is not there. */
export function readSettingsFile(call: LibraryCall, file: string): Value | undefined {
  switch (extname(file)) {
    case '.yaml':
    case '.yml': {
      const text = call.host.readText(file);
      return text === undefined ? undefined : readYaml(text, file);
    }
    case '.toml': {
      const text = call.host.readText(file);
      return text === undefined ? undefined : readToml(text, file);
    }
    default: {
      const module = call.importName(file);
      return module && (defaultOf(module) ?? module);
    }
  }
}

function defaultOf(module: Value): Value | undefined {
  if (module.kind === 'map') return module.entries.get('default');
  return module.kind === 'object' ? findAttribute(module, 'default') : undefined;
}

/** The parser tells no lines. */
function readToml(text: string, file: string): Value {
  const origin = { kind: 'file', name: basename(file), file } as const;
  return readJson(scalar(asJson(text), [{ kind: 'written', origin }]));
}

function asJson(toml: string): string {
  try {
    return JSON.stringify(parseToml(toml));
  } catch {
    return '';
  }
}
