import type { Origin } from '../../../core/environment/setting';
import {
  oneOf,
  scalar,
  textOf,
  unknown,
  variablesOf,
  withSteps,
  type CallArguments,
  type Scalar,
  type Value,
} from '../value';
import { concatenateTexts } from '../texts';
import type { Evaluator } from './evaluator';
import { pathMethod } from './pathMembers';

type TextMethod = (text: string, args: readonly string[]) => Scalar | readonly string[] | undefined;

/** Methods of a text whose arguments are texts, too. */
const textMethods: Readonly<Record<string, TextMethod>> = {
  capitalize: (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
  casefold: (text) => text.toLowerCase(),
  endswith: (text, [end]) => (end === undefined ? undefined : text.endsWith(end)),
  lower: (text) => text.toLowerCase(),
  lstrip: (text, [characters]) => (characters === undefined ? text.trimStart() : undefined),
  removeprefix: (text, [prefix = '']) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  removesuffix: (text, [suffix = '']) =>
    suffix && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
  replace: (text, [from, to, count]) => {
    if (from === undefined || to === undefined) return undefined;
    if (count === undefined) return text.replaceAll(from, to);
    return count === '1' ? text.replace(from, () => to) : undefined;
  },
  rstrip: (text, [characters]) => (characters === undefined ? text.trimEnd() : undefined),
  split: (text, [separator]) => text.split(separator ?? /\s+/),
  startswith: (text, [start]) => (start === undefined ? undefined : text.startsWith(start)),
  strip: (text, [characters]) => (characters === undefined ? text.trim() : undefined),
  title: (text) => text.toLowerCase().replace(/\b\w/g, (letter) => letter.toUpperCase()),
  upper: (text) => text.toUpperCase(),
};

/** The result of a method of a text, list or map; `undefined` where the receiver has no such built-in method. */
export function callMethod(
  evaluator: Evaluator,
  receiver: Value,
  name: string,
  args: CallArguments,
  origin: Origin,
): Value | undefined {
  if (receiver.kind === 'map' && (name === 'get' || name === 'pop'))
    return withSteps(lookUpOr(evaluator, receiver.entries, args, origin), receiver.trail);
  if (receiver.kind === 'map')
    return callMapMethod(evaluator, receiver.entries, name, args, receiver);
  if (receiver.kind === 'oneOf') {
    const results = receiver.options.map((option) =>
      callMethod(evaluator, option, name, args, origin),
    );
    return results.every((result) => result !== undefined) ? oneOf(results) : undefined;
  }
  const text = textOf(receiver);
  if (text === undefined) return undefined;
  if (name === 'format') return withSteps(formatText(text, args), receiver.trail);
  if (name === 'join') return withSteps(joinTexts(text, args.positional[0]), receiver.trail);
  const method = textMethods[name];
  const texts = args.positional.map((value) =>
    value.kind === 'scalar' && typeof value.value === 'number'
      ? String(value.value)
      : textOf(value),
  );
  const ofPath = pathMethod(evaluator.host, text, name, texts);
  if (ofPath) return withSteps(ofPath, receiver.trail);
  if (!method || texts.includes(undefined))
    return unknown(`'${name}' of a text is not followed`, receiver.trail);
  const result = method(text, texts as string[]);
  if (result === undefined) return unknown(`'${name}' of a text is not followed`, receiver.trail);
  return typeof result === 'object' && result !== null
    ? {
        kind: 'list',
        items: result.map((item) => scalar(item, receiver.trail)),
        trail: receiver.trail,
      }
    : scalar(result, receiver.trail);
}

function callMapMethod(
  evaluator: Evaluator,
  entries: Map<string, Value>,
  name: string,
  { positional, named }: CallArguments,
  map: Value,
): Value | undefined {
  const [first, second] = positional;
  const key = first && textOf(first);
  const set = (entry: string, value: Value): void =>
    evaluator.memory.set(entries, entry, evaluator.marked(value));
  switch (name) {
    case 'setdefault':
      if (key !== undefined && second && !entries.has(key)) set(key, second);
      return (key !== undefined && entries.get(key)) || unknown('the key is not known');
    case 'update':
      for (const [entry, value] of first?.kind === 'map' ? first.entries : []) set(entry, value);
      for (const [entry, value] of named) set(entry, value);
      return scalar(null);
    case 'copy':
      return { kind: 'map', entries: new Map(entries), trail: map.trail };
    case 'keys':
      return {
        kind: 'list',
        items: [...entries.keys()].map((entry) => scalar(entry)),
        trail: map.trail,
      };
    case 'values':
      return { kind: 'list', items: [...entries.values()], trail: map.trail };
    default:
      return undefined;
  }
}

/** `map.get(key, fallback)`. */
function lookUpOr(
  evaluator: Evaluator,
  entries: ReadonlyMap<string, Value>,
  { positional }: CallArguments,
  origin: Origin,
): Value {
  const [key, fallback = scalar(null)] = positional;
  if (!key) return unknown('the code is incomplete');
  for (const name of entries.keys()) evaluator.host.onCompared(variablesOf(key), name);
  if (key.kind !== 'scalar') return oneOf([...entries.values(), fallback]);
  return evaluator.chosen(entries.get(String(key.value)) ?? fallback, key, origin);
}

/** `'…{}…{name}…'.format(…)`. */
function formatText(text: string, { positional, named }: CallArguments): Value {
  let next = 0;
  const pieces = text.split(/(\{[^{}]*\})/).map((piece): Value => {
    if (!/^\{[^{}]*\}$/.test(piece))
      return scalar(piece.replaceAll('{{', '{').replaceAll('}}', '}'));
    const field = piece.slice(1, -1).split(/[!:]/)[0] ?? '';
    const given =
      field === '' ? positional[next++] : (named.get(field) ?? positional[Number(field)]);
    return given ?? unknown(`nothing is given for '${piece}'`);
  });
  return concatenate(pieces);
}

function joinTexts(separator: string, list: Value | undefined): Value {
  if (list?.kind !== 'list') return unknown('what is joined is not known');
  return concatenate(
    list.items.flatMap((item, index) => (index === 0 ? [item] : [scalar(separator), item])),
  );
}

/** Texts one after the other; unknown as soon as one of them is. */
export function concatenate(pieces: readonly Value[]): Value {
  return concatenateTexts(pieces, printed);
}

function printed(value: Scalar): string {
  if (value === null || value === undefined) return 'None';
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
}
