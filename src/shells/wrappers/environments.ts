import type { ShellWord } from '../../core/environment/shellRun';
import { allValues, isGiven, lastValue } from '../../core/targets/tools/toolOptions';
import { folderOf, optionShape, readLeadingOptions } from '../leadingOptions';
import type { Unwrapped, Wrapper } from '../wrapper';
import { assignedProgram, lineOf, splitAssignments } from './behind';

const envShape = optionShape(
  'u,unset C,chdir S,split-string',
  'i,ignore-environment 0,null v,debug',
);

/** coreutils' `env`: `-i` or `-`, `-u NAME`, `-C DIR`, `-S 'LINE'`, then assignments. */
function unwrapEnv(words: readonly ShellWord[]): Unwrapped | undefined {
  const { given, rest } = readLeadingOptions(words.slice(1), envShape);
  const [first, ...others] = rest;
  const isDash = first?.text === '-';
  const changes = {
    unset: allValues(given, 'unset'),
    ...(isDash || isGiven(given, 'ignore-environment') ? { keeps: [] } : {}),
    ...folderOf(given, 'chdir'),
  };
  const line = lastValue(given, 'split-string');
  if (line === undefined) return assignedProgram(isDash ? others : rest, changes);
  return { kind: 'line', text: [line, ...rest.map(({ raw }) => raw)].join(' '), ...changes };
}

/** Programs that set variables by their words. */
export const environments: readonly Wrapper[] = [
  { names: ['env', 'genv'], unwrap: unwrapEnv },
  { names: ['cross-env'], unwrap: (words) => assignedProgram(words.slice(1)) },
  {
    names: ['cross-env-shell'],
    unwrap(words) {
      const { settings, rest } = splitAssignments(words.slice(1));
      return lineOf(rest, { settings });
    },
  },
];
