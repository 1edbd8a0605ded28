import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import { listOf } from '../lists';
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
import type { Evaluator } from './evaluator';
import { callListMethod, type Receiver } from './lists';
import { testPattern, replacePattern } from './patternsOfText';
import { concatenate } from './strings';
import { urlText } from './urls';

type TextMethod = (
  text: string,
  args: readonly (string | number | undefined)[],
) => Scalar | readonly string[] | undefined;

const numberOf = (value: string | number | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** Methods of a text whose arguments are texts and numbers. */
const textMethods: Readonly<Record<string, TextMethod>> = {
  charAt: (text, [index]) => text.charAt(numberOf(index) ?? 0),
  endsWith: (text, [end]) => (typeof end === 'string' ? text.endsWith(end) : undefined),
  includes: (text, [part]) => (typeof part === 'string' ? text.includes(part) : undefined),
  indexOf: (text, [part]) => (typeof part === 'string' ? text.indexOf(part) : undefined),
  replace: (text, [from, to]) =>
    typeof from === 'string' && typeof to === 'string' ? text.replace(from, () => to) : undefined,
  replaceAll: (text, [from, to]) =>
    typeof from === 'string' && typeof to === 'string'
      ? text.replaceAll(from, () => to)
      : undefined,
  slice: (text, [from, to]) => text.slice(numberOf(from), numberOf(to)),
  split: (text, [separator, limit]) =>
    typeof separator === 'string' ? text.split(separator, numberOf(limit)) : undefined,
  startsWith: (text, [start]) => (typeof start === 'string' ? text.startsWith(start) : undefined),
  substring: (text, [from, to]) => text.substring(numberOf(from) ?? 0, numberOf(to)),
  toLocaleLowerCase: (text) => text.toLowerCase(),
  toLowerCase: (text) => text.toLowerCase(),
  toString: (text: string) => text,
  toUpperCase: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  trimEnd: (text) => text.trimEnd(),
  trimStart: (text) => text.trimStart(),
  valueOf: (text: string) => text,
};

/** The result of a method that every value of its kind has; `undefined` where the receiver has no such method. */
export function callMethod(
  evaluator: Evaluator,
  receiver: Value,
  name: string,
  args: CallArguments,
  origin: Origin,
  place: { readonly target: Node | null; readonly scope: Receiver['scope'] },
): Value | undefined {
  const promised = callPromise(evaluator, receiver, name, args, origin);
  if (promised) return promised;
  if (receiver.kind === 'function') return callFunction(evaluator, receiver, name, args, origin);
  if (receiver.kind === 'list')
    return callListMethod(evaluator, { ...place, list: receiver, origin }, name, args);
  if (receiver.kind === 'made' && receiver.maker === 'RegExp')
    return name === 'test' ? testPattern(evaluator, receiver, args) : undefined;
  if (receiver.kind === 'made' && (name === 'toString' || name === 'toJSON'))
    return urlText(receiver);
  if (receiver.kind === 'map' && name === 'hasOwnProperty' && !receiver.rest) {
    const key = args.positional[0] && textOf(args.positional[0]);
    return key === undefined ? undefined : scalar(receiver.entries.has(key));
  }
  if (receiver.kind === 'oneOf') {
    const results = receiver.options.map((option) =>
      callMethod(evaluator, option, name, args, origin, place),
    );
    return results.every((result) => result !== undefined) ? oneOf(results) : undefined;
  }
  return receiver.kind === 'scalar' ? callOfScalar(evaluator, receiver, name, args) : undefined;
}

/** A promise is followed as what it resolves to. */
function callPromise(
  evaluator: Evaluator,
  receiver: Value,
  name: string,
  { positional }: CallArguments,
  origin: Origin,
): Value | undefined {
  if (name !== 'then' && name !== 'catch' && name !== 'finally') return undefined;
  const [callback] = positional;
  if (name === 'catch' || callback?.kind !== 'function') return receiver;
  const given = name === 'then' ? [receiver] : [];
  const result = evaluator.call(callback, { positional: given, named: new Map() }, origin);
  return name === 'then' ? result : receiver;
}

function callFunction(
  evaluator: Evaluator,
  receiver: Value & { kind: 'function' },
  name: string,
  { positional: [self, ...rest] }: CallArguments,
  origin: Origin,
): Value | undefined {
  const named = new Map<string, Value>();
  const own = self ? { self } : {};
  if (name === 'call') return evaluator.call(receiver, { positional: rest, named, ...own }, origin);
  if (name === 'bind') {
    const call = ({ positional }: CallArguments): Value =>
      evaluator.call(receiver, { positional: [...rest, ...positional], named, ...own }, origin);
    return { ...receiver, call };
  }
  if (name !== 'apply') return undefined;
  const [list] = rest;
  const positional = list?.kind === 'list' ? list.items : [unknown('the arguments are not known')];
  return evaluator.call(receiver, { positional, named, ...own }, origin);
}

function callOfScalar(
  evaluator: Evaluator,
  receiver: Value & { kind: 'scalar' },
  name: string,
  { positional }: CallArguments,
): Value {
  const trail = [...receiver.trail, ...positional.flatMap((value) => value.trail)];
  const { value } = receiver;
  if (typeof value === 'number' && name === 'toString' && positional.length === 0)
    return scalar(String(value), trail);
  if (typeof value !== 'string') return unknown(`'${name}' is not followed`, trail);
  if (name === 'concat') return withSteps(concatenate([receiver, ...positional]), []);
  const replaced = replacePattern(receiver, name, positional);
  if (replaced) return replaced;
  rememberPart(evaluator, receiver, name, positional);
  const args = positional.map((argument) => (argument.kind === 'scalar' ? argument.value : null));
  const method = Object.hasOwn(textMethods, name) ? textMethods[name] : undefined;
  const isPlain = args.every((item) => typeof item === 'string' || typeof item === 'number');
  const result = method && isPlain ? method(value, args as (string | number)[]) : undefined;
  if (result === undefined) return unknown(`'${name}' of a text is not followed`, trail);
  return typeof result === 'object' && result !== null
    ? listOf(
        result.map((item) => scalar(item, trail)),
        trail,
      )
    : scalar(result, trail);
}

/** `env.startsWith('prod')` compares, too. */
function rememberPart(
  evaluator: Evaluator,
  receiver: Value,
  name: string,
  [first]: readonly Value[],
): void {
  const text = first && textOf(first);
  if (text !== undefined && /^(?:includes|startsWith|endsWith)$/.test(name))
    evaluator.host.onCompared(variablesOf(receiver), text);
}
