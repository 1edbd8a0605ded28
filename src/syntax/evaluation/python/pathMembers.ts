import { basename, dirname, extname, isAbsolute, join } from 'node:path';
import type { EvaluationHost } from '../host';
import { scalar, unknown, type Value } from '../value';

/** Members of `pathlib.Path`, which is followed as a text; none of them is a member of Python's own texts. */
export function pathAttribute(
  text: string,
  name: string,
  trail: Value['trail'],
): Value | undefined {
  switch (name) {
    case 'parent':
      return scalar(dirname(text), trail);
    case 'name':
      return scalar(basename(text), trail);
    case 'stem':
      return scalar(basename(text, extname(text)), trail);
    case 'parents':
      return { kind: 'list', items: parentsOf(text).map((parent) => scalar(parent, trail)), trail };
    default:
      return undefined;
  }
}

export function pathMethod(
  host: EvaluationHost,
  text: string,
  name: string,
  args: readonly (string | undefined)[],
): Value | undefined {
  switch (name) {
    case 'resolve':
    case 'absolute':
      return scalar(absolute(host, text));
    case 'as_posix':
    case 'expanduser':
      return scalar(text);
    case 'joinpath':
      return args.includes(undefined)
        ? unknown('a part of the path is not known')
        : scalar(join(text, ...(args as string[])));
    case 'exists':
    case 'is_file':
      return scalar(host.readText(absolute(host, text)) !== undefined);
    default:
      return undefined;
  }
}

function absolute({ cwd }: EvaluationHost, text: string): string {
  return isAbsolute(text) ? text : join(cwd, text);
}

function parentsOf(text: string): string[] {
  const parent = dirname(text);
  return parent === text || parent === '.' ? [] : [parent, ...parentsOf(parent)];
}
