import type { ShellWord } from '../../core/environment/shellRun';
import type { Changes, Unwrapped } from '../wrapper';

/** A program with its arguments; `undefined` where no word is left. */
export function programOf(
  words: readonly ShellWord[],
  changes: Changes = {},
): Unwrapped | undefined {
  return words.length > 0 ? { kind: 'program', words, ...changes } : undefined;
}

/** Words that a shell joins and reads once more; `undefined` where none is left or one is not known. */
export function lineOf(words: readonly ShellWord[], changes: Changes = {}): Unwrapped | undefined {
  const texts = words.map(({ text }) => text);
  return texts.includes(undefined) || texts.length === 0
    ? undefined
    : { kind: 'line', text: texts.join(' '), ...changes };
}

/** A program behind assignments: `NAME=value … PROGRAM`. */
export function assignedProgram(
  words: readonly ShellWord[],
  changes: Changes = {},
): Unwrapped | undefined {
  const { settings, rest } = splitAssignments(words);
  return programOf(rest, { ...changes, settings: [...(changes.settings ?? []), ...settings] });
}

/** The assignments in front of a program. */
export function splitAssignments(words: readonly ShellWord[]): {
  readonly settings: readonly (readonly [string, string])[];
  readonly rest: readonly ShellWord[];
} {
  const first = words.findIndex(({ text }) => text === undefined || !/^[A-Za-z_]\w*=/.test(text));
  const count = first < 0 ? words.length : first;
  const settings = assignmentsIn(words.slice(0, count).map(({ text = '' }) => text));
  return { settings, rest: words.slice(count) };
}

/** Texts of the form `NAME=value`; others are passed over. */
export function assignmentsIn(
  texts: readonly string[],
): readonly (readonly [name: string, value: string])[] {
  return texts.flatMap((text) => {
    const equals = text.indexOf('=');
    return equals > 0 ? [[text.slice(0, equals), text.slice(equals + 1)] as const] : [];
  });
}
