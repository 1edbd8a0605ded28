import type { ArgumentPlace } from './callRule';
import type { Argument, Expression } from './expression';

const deepest = 5;

/** An argument by its place; one by a name is looked for in all that the call is given, the outermost first. */
export function argumentAt(
  args: readonly Argument[],
  place: ArgumentPlace,
): Expression | undefined {
  if (typeof place === 'number') return args.filter(({ name }) => name === undefined)[place]?.value;
  const name = place.replace(/^\./, '');
  const keyword = args.find((argument) => argument.name === name);
  if (keyword) return keyword.value;
  let level = args.map(({ value }) => value);
  const levels = place.startsWith('.') ? 1 : deepest;
  for (let depth = 0; depth < levels && level.length > 0; depth++) {
    const found = level.flatMap((value) => entryOf(value, name) ?? []);
    if (found[0]) return found[0];
    level = level.flatMap(inner);
  }
  return undefined;
}

export function entryOf(value: Expression, key: string): Expression | undefined {
  if (value.kind !== 'object') return undefined;
  return value.entries.find(([name]) => name === key)?.[1];
}

function inner(value: Expression): readonly Expression[] {
  if (value.kind === 'list') return value.items;
  return value.kind === 'object' ? value.entries.map(([, entry]) => entry) : [];
}

/** The first of the places that is given. */
export function firstAt(
  args: readonly Argument[],
  places: readonly ArgumentPlace[] = [],
): Expression | undefined {
  return places.flatMap((place) => argumentAt(args, place) ?? [])[0];
}

/** Whether an argument is given and is not said to be false. */
export function isTrue(value: Expression | undefined): boolean {
  if (!value || value.kind === 'nothing') return false;
  return value.kind !== 'literal' || !/^(false|null|nil|none|0)$/i.test(value.text);
}

export function isLiteral(value: Expression | undefined, text: string): boolean {
  return value?.kind === 'literal' && value.text === text;
}
