import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../../core/environment/setting';
import { listOf } from '../lists';
import {
  oneOf,
  scalar,
  textOf,
  unknown,
  withSteps,
  type CallArguments,
  type Value,
} from '../value';
import type { Evaluator } from './evaluator';
import { assign } from './assignments';
import { truth } from './operators';
import type { Scope } from './scope';
import { concatenate } from './strings';

export interface Receiver {
  readonly list: Value & { kind: 'list' };
  /** The expression that gave the list, to which `push` writes the longer one. */
  readonly target: Node | null;
  readonly scope: Scope;
  readonly origin: Origin;
}

type ListMethod = (
  evaluator: Evaluator,
  receiver: Receiver,
  args: readonly Value[],
) => Value | undefined;

const mostTurns = 64;

const listMethods: Readonly<Record<string, ListMethod>> = {
  at: (_, { list }, [index]) =>
    index?.kind === 'scalar'
      ? (list.items.at(Number(index.value)) ?? scalar(undefined))
      : unknown('the place in the list is not known'),
  concat: (_, { list }, args) => {
    const more = args.map((value) => (value.kind === 'list' ? value.items : [value]));
    return listOf([...list.items, ...more.flat()], list.trail);
  },
  every: (evaluator, receiver, [callback]) => {
    const results = turns(evaluator, receiver, callback)?.map(truth);
    if (!results || results.includes(undefined)) return unknown('it is not known whether it holds');
    return scalar(results.every(Boolean), receiver.list.trail);
  },
  filter: (evaluator, receiver, [callback]) => {
    const { list } = receiver;
    const kept =
      callback?.kind === 'external'
        ? list.items.map(truth)
        : turns(evaluator, receiver, callback)?.map(truth);
    if (!kept || kept.includes(undefined)) return unknown('the list is not known in full');
    return listOf(
      list.items.filter((_, index) => kept[index]),
      list.trail,
    );
  },
  find: (evaluator, receiver, [callback]) => {
    const held = turns(evaluator, receiver, callback)?.map(truth);
    if (!held || held.includes(undefined))
      return oneOf([...receiver.list.items, scalar(undefined)]);
    return receiver.list.items[held.indexOf(true)] ?? scalar(undefined);
  },
  flat: (_, { list }) =>
    listOf(
      list.items.flatMap((item) => (item.kind === 'list' ? item.items : [item])),
      list.trail,
    ),
  forEach: (evaluator, receiver, [callback]) => {
    turns(evaluator, receiver, callback);
    return scalar(undefined);
  },
  includes: (evaluator, { list }, [part]) => {
    if (!part) return undefined;
    const results = list.items.map((item) => evaluator.equal(item, part));
    const trail = [...list.trail, ...part.trail];
    if (results.includes(true)) return scalar(true, trail);
    return results.includes(undefined)
      ? unknown('it is not known whether it holds', trail)
      : scalar(false, trail);
  },
  join: (_, { list }, [separator]) => {
    const between = separator ? textOf(separator) : ',';
    if (between === undefined) return unknown('what is put between is not known');
    const pieces = list.items.flatMap((item, index) =>
      index === 0 ? [item] : [scalar(between), item],
    );
    return withSteps(concatenate(pieces), list.trail);
  },
  map: (evaluator, receiver, [callback]) => {
    const items = turns(evaluator, receiver, callback);
    return items ? listOf(items, receiver.list.trail) : unknown('the list is not followed');
  },
  push: (evaluator, { list, target, scope }, args) => {
    assign(evaluator, target, listOf([...list.items, ...args], list.trail), scope);
    return scalar(list.items.length + args.length);
  },
  slice: (_, { list }, [from, to]) => {
    const [start, end] = [from, to].map((value) =>
      value?.kind === 'scalar' && typeof value.value === 'number' ? value.value : undefined,
    );
    return listOf(list.items.slice(start, end), list.trail);
  },
};

/** Methods of a list; what the others do is not known. */
export function callListMethod(
  evaluator: Evaluator,
  receiver: Receiver,
  name: string,
  { positional }: CallArguments,
): Value {
  const { list } = receiver;
  const method = Object.hasOwn(listMethods, name) ? listMethods[name] : undefined;
  const result = evaluator.spend(list.items.length)
    ? method?.(evaluator, receiver, positional)
    : undefined;
  return result ?? unknown(`'${name}' of a list is not followed`, list.trail);
}

/** What a callback gives for each item; `undefined` where that is not followed. */
function turns(
  evaluator: Evaluator,
  { list, origin }: Receiver,
  callback: Value | undefined,
): Value[] | undefined {
  if (callback?.kind !== 'function' || list.items.length > mostTurns) return undefined;
  return list.items.map((item, index) =>
    evaluator.call(callback, { positional: [item, scalar(index)], named: new Map() }, origin),
  );
}
