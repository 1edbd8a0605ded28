import { entryOf } from './arguments';
import type { Expression } from './expression';
import type { Scope } from './scope';

const entries = ['text', 'sql', 'statement', 'query'];

/** Where libraries put values into a statement: `%s`, `%(name)s`, `{}`, `?`, `:name`. */
const places = /%\(\w+\)s|%s|\{\w*\}|\?|(?<!:):[A-Za-z_]\w*/g;

/** The statement that an argument holds, also inside `text('…')` and `{ text: '…' }`. Places for values stand in it as names. */
export function sqlOf(argument: Expression | undefined, scope: Scope): string | undefined {
  return argument && textIn(scope.resolve(argument), scope)?.replace(places, '"value"');
}

function textIn(value: Expression, scope: Scope): string | undefined {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'object')
    return entries.flatMap((name) => sqlOf(entryOf(value, name), scope) ?? [])[0];
  if (value.kind !== 'chain') return undefined;
  const args = value.steps.flatMap((step) => step.args ?? []);
  return args.flatMap((arg) => (arg.value.kind === 'text' ? [arg.value.text] : []))[0];
}
