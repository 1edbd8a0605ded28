import type { ShellWord } from '../../core/environment/shellRun';
import { isGiven, lastValue } from '../../core/targets/tools/toolOptions';
import { optionShape, readLeadingOptions } from '../leadingOptions';
import type { Unwrapped, Wrapper } from '../wrapper';
import { lineOf, programOf } from './behind';

const shellShape = optionShape('o O rcfile init-file', 'c,command s l,login i');

const standardInput: readonly (string | undefined)[] = ['-', '/dev/stdin'];

/** `bash -c LINE`, `bash FILE`, and lines that it is given to read. */
function unwrapShell(words: readonly ShellWord[]): Unwrapped | undefined {
  const { given, rest } = readLeadingOptions(words.slice(1), shellShape);
  const [first, ...extra] = rest;
  if (isGiven(given, 'command')) {
    const text = lastValue(given, 'command') ?? first?.text;
    return text === undefined ? undefined : { kind: 'line', text };
  }
  if (!first || isGiven(given, 's') || standardInput.includes(first.text))
    return { kind: 'input', words };
  return first.text === undefined
    ? undefined
    : { kind: 'script', manager: 'shell', name: first.text, extra };
}

/** `su - postgres -c LINE`: as another user, of whom only a login shell's variables are not known. */
function unwrapSu(words: readonly ShellWord[]): Unwrapped | undefined {
  const texts = words.slice(1);
  const at = texts.findIndex(({ text }) => text === '-c' || text === '--command');
  const text = at < 0 ? undefined : texts[at + 1]?.text;
  const isLogin = texts.some(
    ({ text: word }) => word !== undefined && /^(-|-l|--login)$/.test(word),
  );
  return text === undefined ? undefined : { kind: 'line', text, ...(isLogin && { keeps: [] }) };
}

/** Words of `concurrently` are lines of their own; `npm:NAME` is short for a script. */
function unwrapConcurrently(words: readonly ShellWord[]): Unwrapped | undefined {
  const shape = optionShape('n,names c,prefix-colors p,prefix m,max-processes l s,success');
  const lines = readLeadingOptions(words.slice(1), shape).rest.flatMap(({ text }) =>
    text === undefined ? [] : [text.replace(/^(npm|yarn|pnpm|bun):/, '$1 run ')],
  );
  return lines.length > 0 ? { kind: 'line', text: lines.join('\n') } : undefined;
}

/** Programs that read a line as a shell does. */
export const shells: readonly Wrapper[] = [
  {
    names: ['bash', 'sh', 'zsh', 'dash', 'ksh', 'mksh', 'fish', 'ash', 'busybox'],
    unwrap: (words) =>
      words[0]?.text?.endsWith('busybox') ? programOf(words.slice(1)) : unwrapShell(words),
  },
  { names: ['eval'], unwrap: (words) => lineOf(words.slice(1)) },
  { names: ['su', 'runuser'], unwrap: unwrapSu },
  {
    names: ['watch'],
    unwrap(words) {
      const shape = optionShape('n,interval q,equexit', 'x,exec');
      const { given, rest } = readLeadingOptions(words.slice(1), shape);
      return isGiven(given, 'exec') ? programOf(rest) : lineOf(rest);
    },
  },
  { names: ['concurrently'], unwrap: unwrapConcurrently },
];
