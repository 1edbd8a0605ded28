import {
  scalar,
  textOf,
  unknown,
  variablesOf,
  type CallArguments,
  type MadeValue,
  type Value,
} from '../value';
import type { Evaluator } from './evaluator';

/** `/^prod/.test(env)`. */
export function testPattern(
  evaluator: Evaluator,
  pattern: MadeValue,
  { positional: [subject] }: CallArguments,
): Value {
  const expression = expressionOf(pattern);
  const trail = subject?.trail ?? [];
  if (!expression || !subject) return unknown('the pattern is not followed', trail);
  for (const text of expression.source.replace(/[\^$\\]/g, '').split('|'))
    evaluator.host.onCompared(variablesOf(subject), text);
  const text = subject.kind === 'scalar' ? String(subject.value) : undefined;
  return text === undefined
    ? unknown('it is not known whether it holds', trail)
    : scalar(expression.test(text), trail);
}

/** `text.replace(/…/, '…')`; `undefined` where no pattern is given. */
export function replacePattern(
  receiver: Value,
  name: string,
  [pattern, replacement]: readonly Value[],
): Value | undefined {
  if (pattern?.kind !== 'made' || pattern.maker !== 'RegExp') return undefined;
  const [text, by] = [textOf(receiver), replacement && textOf(replacement)];
  const expression = expressionOf(pattern);
  if (!name.startsWith('replace') || !expression || text === undefined || by === undefined)
    return unknown('the pattern is not followed', receiver.trail);
  return scalar(text.replace(expression, by), receiver.trail);
}

/** Only patterns without repetition: those take no longer than the text is long. */
function expressionOf({ args: { positional } }: MadeValue): RegExp | undefined {
  const [source = '', flags = ''] = positional.map(textOf);
  if (source.length > 100 || /[*+?{}()[\]]/.test(source) || !/^[gimsu]*$/.test(flags))
    return undefined;
  try {
    return new RegExp(source, flags.replace('g', source.includes('^') ? '' : 'g'));
  } catch {
    return undefined;
  }
}
