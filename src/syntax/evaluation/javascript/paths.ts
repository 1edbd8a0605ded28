import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scalar, textOf, unknown, type Value } from '../value';
import type { Builtin } from './builtin';

const onTexts =
  (change: (texts: readonly string[], cwd: string) => string): Builtin =>
  ({ host }, args) => {
    const trail = args.flatMap((value) => value.trail);
    const texts = args.map(textOf).filter((text) => text !== undefined);
    if (texts.length !== args.length) return unknown('a part of the path is not known', trail);
    return scalar(change(texts, host.cwd), trail);
  };

const functions: Readonly<Record<string, Builtin>> = {
  join: onTexts((texts) => posix.join(...texts)),
  resolve: onTexts((texts, cwd) => posix.resolve(cwd, ...texts)),
  dirname: onTexts(([text = '']) => posix.dirname(text)),
  basename: onTexts(([text = '', ending]) => posix.basename(text, ending)),
  extname: onTexts(([text = '']) => posix.extname(text)),
  normalize: onTexts(([text = '']) => posix.normalize(text)),
};

/** Node's own functions for paths and working folder. */
export const pathBuiltins: readonly (readonly [string, Builtin])[] = [
  ...Object.entries(functions).flatMap(
    ([name, builtin]) =>
      [
        [`path.${name}`, builtin],
        [`path.posix.${name}`, builtin],
      ] as const,
  ),
  ['process.cwd', ({ host }) => scalar(host.cwd)],
  ['url.fileURLToPath', (_, [value]) => value && filePath(value)],
];

function filePath(value: Value): Value {
  const url = value.kind === 'made' ? value.attributes.get('[[href]]') : value;
  const text = url && textOf(url);
  try {
    if (text !== undefined) return scalar(fileURLToPath(text), value.trail);
  } catch {
    // Not the URL of a file of this machine: the path stays unknown.
  }
  return unknown('the path is not known', value.trail);
}
