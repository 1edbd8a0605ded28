import { entryOf } from './arguments';
import type { Expression, TextPlace } from './expression';
import type { FoundCall } from './foundCall';

const entries = ['text', 'sql', 'statement', 'query'];

/** Where code and libraries put something into a statement: `⟨name⟩`, `%s`, `%(name)s`, `{}`, `?`, `:name`. */
const places = /⟨\w+⟩|%\(\w+\)s|%s|\{\w*\}|\?|(?<!:):[A-Za-z_]\w*/g;

/** What stands in front of the name of a table or of anything like it. */
const beforeName =
  /\b(?:from|into|table|update|truncate|join|exists|only|database|schema|column|index|view)\s+(["'`]?)$/i;

/** What is put in here may be many: `id in (${ids})`. */
const beforeList = /\bin\s*\(?\s*$/i;

/** The statement that an argument holds, also inside `text('…')` and `{ text: '…' }`. */
export function sqlOf(
  argument: Expression | undefined,
  scope: FoundCall['scope'],
): string | undefined {
  const text = argument && textIn(scope.resolve(argument), scope);
  return text?.replace(places, (place, at: number) => filled(place, text.slice(0, at)));
}

/** Where a statement begins that is written in the argument itself, not somewhere else. */
export function placeOfSql(argument: Expression | undefined): TextPlace | undefined {
  if (argument?.kind === 'text') return argument.at;
  if (argument?.kind === 'object')
    return entries.flatMap((name) => placeOfSql(entryOf(argument, name)) ?? [])[0];
  if (argument?.kind !== 'chain') return undefined;
  const args = argument.steps.flatMap((step) => step.args ?? []);
  return args.flatMap(({ value }) => (value.kind === 'text' ? (value.at ?? []) : []))[0];
}

/** A name where one must stand, else a parameter as PostgreSQL writes it. */
function filled(place: string, before: string): string {
  if (beforeList.test(before) && place.startsWith('⟨'))
    return before.trimEnd().endsWith('(') ? '$1, $2' : '($1, $2)';
  if (before.endsWith('.')) return named(place);
  const quote = beforeName.exec(before)?.[1];
  if (quote === undefined) return '$1';
  return quote ? named(place).slice(1, -1) : named(place);
}

function named(place: string): string {
  const name = /[A-Za-z_]\w*/.exec(place.replace(/^%s$/, ''))?.[0] ?? 'value';
  return `"${name}"`;
}

function textIn(value: Expression, scope: FoundCall['scope']): string | undefined {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'object')
    return entries.flatMap((name) => sqlOf(entryOf(value, name), scope) ?? [])[0];
  if (value.kind !== 'chain') return undefined;
  const args = value.steps.flatMap((step) => step.args ?? []);
  return args.flatMap((arg) => (arg.value.kind === 'text' ? [arg.value.text] : []))[0];
}
