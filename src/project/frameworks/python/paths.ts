import { dirname, isAbsolute, join, normalize } from 'node:path';
import { scalar, textOf, unknown, type Value } from '../../../syntax/evaluation/value';
import type { LibraryCall, LibraryRules } from '../libraryCall';

/** Paths are followed as texts, `pathlib.Path` included. */
export const paths: LibraryRules = {
  'pathlib.Path': joined,
  'pathlib.PurePath': joined,
  'pathlib.Path.cwd': ({ host }) => scalar(host.cwd),
  'os.getcwd': ({ host }) => scalar(host.cwd),
  'os.path.abspath': absolute,
  'os.path.realpath': absolute,
  'os.path.normpath': (call) => onText(call, normalize),
  'os.path.dirname': (call) => onText(call, dirname),
  'os.path.exists': exists,
  'os.path.isfile': exists,
};

function joined({ args: { positional } }: LibraryCall): Value {
  const parts = positional.map(textOf);
  if (parts.includes(undefined)) return unknown('a part of the path is not known');
  return scalar(
    join(...(parts as string[])),
    positional.flatMap(({ trail }) => trail),
  );
}

function onText({ args: { positional } }: LibraryCall, change: (text: string) => string): Value {
  const [value] = positional;
  const text = value && textOf(value);
  return text === undefined ? unknown('the path is not known') : scalar(change(text), value?.trail);
}

function absolute(call: LibraryCall): Value {
  return onText(call, (text) => (isAbsolute(text) ? normalize(text) : join(call.host.cwd, text)));
}

/** Whether a file of the workspace is there; of folders and other places nothing is known. */
function exists({ args: { positional }, host }: LibraryCall): Value {
  const [value] = positional;
  const text = value && textOf(value);
  if (text === undefined) return unknown('the path is not known');
  const path = isAbsolute(text) ? text : join(host.cwd, text);
  return scalar(host.readText(path) !== undefined);
}
