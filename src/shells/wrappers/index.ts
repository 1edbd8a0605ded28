import type { ShellWord } from '../../core/environment/shellRun';
import type { Unwrapped, Wrapper } from '../wrapper';
import { containers } from './containers';
import { environments } from './environments';
import { envFiles } from './envFiles';
import { lists } from './lists';
import { machines } from './machines';
import { prefixes } from './prefixes';
import { runners } from './runners';
import { scripts } from './scripts';
import { shells } from './shells';

/** Programs that start another one. Of several under one name, the first that knows the words counts. */
export const wrappers: readonly Wrapper[] = [
  ...prefixes,
  ...environments,
  ...shells,
  ...lists,
  ...envFiles,
  ...runners,
  ...scripts,
  ...containers,
  ...machines,
];

const byName = new Map<string, Wrapper[]>();
for (const wrapper of wrappers)
  for (const name of wrapper.names) byName.set(name, [...(byName.get(name) ?? []), wrapper]);

/** What a command starts in its turn; `undefined` where it is the program itself. */
export function unwrap(words: readonly ShellWord[]): Unwrapped | undefined {
  const path = words[0]?.text;
  if (path === undefined) return undefined;
  if (/\.(sh|bash|zsh|ksh)$/.test(path))
    return { kind: 'script', manager: 'shell', name: path, extra: words.slice(1) };
  for (const wrapper of byName.get(path.split(/[/\\]/).at(-1) ?? '') ?? []) {
    const found = wrapper.unwrap(words);
    if (found) return found;
  }
  return undefined;
}
