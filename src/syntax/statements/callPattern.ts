import type { Step } from './expression';

/**
 * What a chain of calls must look like for a rule, in one line:
 * - `Schema.drop()` are names one behind the other; with parentheses they must be called, without they may be;
 * - `a|b()` is either, `find*` a beginning, `*` any one step, `**` any number of them;
 * - `{table}` is any one step, remembered by that name; `{Model}`, in capitals, begins with a capital letter, and
 *   `{table:from|into}` is either.
 */
export type CallPattern = readonly Segment[];

type Segment =
  | { readonly kind: 'any' }
  | {
      readonly kind: 'step';
      readonly names: RegExp;
      readonly isCalled: boolean;
      readonly capture?: string;
    };

/** The steps that a pattern remembers. */
export type Captures = ReadonlyMap<string, Step>;

export function parseCallPattern(text: string): CallPattern {
  return text.split('.').map(parseSegment);
}

/** `undefined` where the chain does not fit from its first step to its last. */
export function matchCallPattern(
  pattern: CallPattern,
  steps: readonly Step[],
): Captures | undefined {
  const captures = new Map<string, Step>();
  return matchFrom(pattern, 0, steps, 0, captures) ? captures : undefined;
}

/** The names that the last call of a pattern may have. */
export function lastNames(text: string): readonly string[] {
  const last = (text.split('.').at(-1) ?? '').replace(/\(\)$/, '');
  return last.replace(/^\{\w+:(.+)\}$/, '$1').split('|');
}

function parseSegment(text: string): Segment {
  if (text === '**') return { kind: 'any' };
  const isCalled = text.endsWith('()');
  const names = isCalled ? text.slice(0, -2) : text;
  const [, capture, choices] = /^\{(\w+)(?::(.+))?\}$/.exec(names) ?? [];
  if (capture === undefined) return { kind: 'step', names: wildcards(names), isCalled };
  const anything = /^[A-Z]/.test(capture) ? /^[A-Z]/ : /^./s;
  return { kind: 'step', names: choices ? wildcards(choices) : anything, isCalled, capture };
}

function wildcards(names: string): RegExp {
  const choices = names
    .split('|')
    .map((name) => name.replace(/[.+?^$()[\]\\]/g, '\\$&').replaceAll('*', '.*'));
  return new RegExp(`^(?:${choices.join('|')})$`, 's');
}

function matchFrom(
  pattern: CallPattern,
  at: number,
  steps: readonly Step[],
  from: number,
  captures: Map<string, Step>,
): boolean {
  const segment = pattern[at];
  if (!segment) return from === steps.length;
  if (segment.kind === 'any') {
    // The longest first, so that `{Model}` is `User` in `Admin::User`.
    for (let next = steps.length; next >= from; next--)
      if (matchFrom(pattern, at + 1, steps, next, captures)) return true;
    return false;
  }
  const step = steps[from];
  if (!step || !segment.names.test(step.name) || (segment.isCalled && !step.args)) return false;
  if (segment.capture !== undefined) captures.set(segment.capture, step);
  return matchFrom(pattern, at + 1, steps, from + 1, captures);
}
