import type { ShellWord } from '../../core/environment/shellRun';
import { lastValue } from '../../core/targets/tools/toolOptions';
import { optionShape, readLeadingOptions } from '../leadingOptions';
import type { Unwrapped, Wrapper } from '../wrapper';
import { lineOf, programOf } from './behind';

const xargsShape = optionShape(
  'I,replace n,max-args L,max-lines P,max-procs d,delimiter E s,max-chars a,arg-file',
);

/** A word that stands for something of a list is not known. */
function withUnknown(words: readonly ShellWord[], mark: string): ShellWord[] {
  return words.map((word) =>
    word.text?.includes(mark) ? { text: undefined, raw: word.raw } : word,
  );
}

/** `find … -exec PROGRAM … ;` */
function unwrapFind(words: readonly ShellWord[]): Unwrapped | undefined {
  const at = words.findIndex(({ text = '' }) => /^-(exec|execdir|ok|okdir)$/.test(text));
  if (at < 0) return undefined;
  const inner = words.slice(at + 1);
  const end = inner.findIndex(({ text }) => text === ';' || text === '+');
  return programOf(withUnknown(end < 0 ? inner : inner.slice(0, end), '{}'));
}

/** Programs that start one program for each item of a list. */
export const lists: readonly Wrapper[] = [
  {
    names: ['xargs', 'gxargs'],
    unwrap(words) {
      const { given, rest } = readLeadingOptions(words.slice(1), xargsShape);
      const mark = lastValue(given, 'replace');
      return programOf(mark ? withUnknown(rest, mark) : rest);
    },
  },
  { names: ['find', 'gfind'], unwrap: unwrapFind },
  {
    names: ['parallel'],
    unwrap(words) {
      const { rest } = readLeadingOptions(words.slice(1), optionShape('j,jobs N n a,arg-file'));
      const end = rest.findIndex(({ text }) => /^:::/.test(text ?? ''));
      return lineOf(end < 0 ? rest : rest.slice(0, end));
    },
  },
];
