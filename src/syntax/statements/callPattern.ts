import type { ClassSymbol, Step } from './expression';

/**
 * What a chain of calls must look like for a rule, in one line:
 * - `Schema.drop()` are names one behind the other; with parentheses they must be called, without they may be;
 * - `a|b()` is either, `find*` a beginning, `*` any one step, `**` any number of them;
 * - `{table}` is any one step, remembered by that name; `{Model}`, in capitals, begins with a capital letter, and
 *   `{table:from|into}` is either;
 * - `<pymongo>` is a module, which only the first step can be; `{Model is Document}` a class of the workspace of a kind;
 * - `(query)` is a step that the library has given this name, and `(query)*` any number of them.
 */
export type CallPattern = readonly Segment[];

type Segment =
  | { readonly kind: 'any' }
  /** Any number of steps, each of which fits one of these. */
  | { readonly kind: 'many'; readonly of: readonly StepSegment[] }
  | { readonly kind: 'either'; readonly of: readonly StepSegment[] }
  | StepSegment;

interface StepSegment {
  readonly kind: 'step';
  readonly names: RegExp;
  readonly isCalled: boolean;
  readonly capture?: string;
  readonly isModule?: true;
  /** Of the class that the step stands for. */
  readonly classKind?: string;
}

/** Whether a class is of a kind that its library has named. */
export type IsOfKind = (symbol: ClassSymbol, kind: string) => boolean;

/** The steps that a pattern remembers. */
export type Captures = ReadonlyMap<string, Step>;

/** @param sets names for alternatives: see `(query)` */
export function parseCallPattern(
  text: string,
  sets: Readonly<Record<string, string>> = {},
): CallPattern {
  return text.split(/\.(?![^<]*>)/).map((part) => parseSegment(part, sets));
}

/** `undefined` where the chain does not fit from its first step to its last. */
export function matchCallPattern(
  pattern: CallPattern,
  steps: readonly Step[],
  isOfKind: IsOfKind = () => false,
): Captures | undefined {
  const captures = new Map<string, Step>();
  return matchFrom({ pattern, steps, captures, isOfKind }, 0, 0) ? captures : undefined;
}

/** The names that the last call of a pattern may have. */
export function lastNames(text: string): readonly string[] {
  const last = (text.split('.').at(-1) ?? '').replace(/\(\)$/, '');
  return last.replace(/^\{\w+:(.+)\}$/, '$1').split('|');
}

function parseSegment(text: string, sets: Readonly<Record<string, string>>): Segment {
  if (text === '**') return { kind: 'any' };
  const [, set, many] = /^\((\w+)\)(\*)?$/.exec(text) ?? [];
  if (set !== undefined)
    return { kind: many ? 'many' : 'either', of: alternatives(sets[set] ?? '') };
  const isCalled = text.endsWith('()');
  const names = isCalled ? text.slice(0, -2) : text;
  const module = /^<(.+)>$/.exec(names)?.[1];
  if (module !== undefined)
    return { kind: 'step', names: wildcards(module), isCalled, isModule: true };
  return { kind: 'step', isCalled, ...captured(names) };
}

/** `filter|all()`: with parentheses, each of them must be called. */
function alternatives(text: string): readonly StepSegment[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .map((part) => ({
      kind: 'step',
      names: wildcards(part.replace(/\(\)$/, '')),
      isCalled: part.endsWith('()'),
    }));
}

function captured(names: string): Pick<StepSegment, 'names' | 'capture' | 'classKind'> {
  const [, capture, choices, classKind] = /^\{(\w+)(?::(.+)| is (\w+))?\}$/.exec(names) ?? [];
  if (capture === undefined) return { names: wildcards(names) };
  if (classKind !== undefined) return { names: /^/, capture, classKind };
  const anything = /^[A-Z]/.test(capture) ? /^[A-Z]/ : /^./s;
  return { names: choices ? wildcards(choices) : anything, capture };
}

function wildcards(names: string): RegExp {
  const choices = names
    .split('|')
    .map((name) => name.replace(/[.+?^$()[\]\\]/g, '\\$&').replaceAll('*', '.*'));
  return new RegExp(`^(?:${choices.join('|')})$`, 's');
}

interface Matching {
  readonly pattern: CallPattern;
  readonly steps: readonly Step[];
  readonly captures: Map<string, Step>;
  readonly isOfKind: IsOfKind;
}

function matchFrom(matching: Matching, at: number, from: number): boolean {
  const { pattern, steps, captures } = matching;
  const segment = pattern[at];
  if (!segment) return from === steps.length;
  if (segment.kind === 'any') {
    // The longest first, so that `{Model}` is `User` in `Admin::User`.
    for (let next = steps.length; next >= from; next--)
      if (matchFrom(matching, at + 1, next)) return true;
    return false;
  }
  const step = steps[from];
  const choices = segment.kind === 'step' ? [segment] : segment.of;
  const fits = step && choices.some((choice) => matchesStep(choice, step, from, matching));
  if (segment.kind === 'many')
    return (fits && matchFrom(matching, at, from + 1)) || matchFrom(matching, at + 1, from);
  if (!fits) return false;
  if (segment.kind === 'step' && segment.capture !== undefined) captures.set(segment.capture, step);
  return matchFrom(matching, at + 1, from + 1);
}

function matchesStep(
  { names, isCalled, isModule, classKind }: StepSegment,
  { name, args, stands }: Step,
  at: number,
  { isOfKind }: Matching,
): boolean {
  if (isCalled && !args) return false;
  if (classKind !== undefined) return stands?.kind === 'class' && isOfKind(stands, classKind);
  const isModuleStep = at === 0 && stands?.kind === 'module';
  return isModuleStep === Boolean(isModule) && names.test(name);
}
