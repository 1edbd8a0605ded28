import { findAttribute } from '../../syntax/evaluation/attributes';
import { oneOf, unknown, withSteps, type Value } from '../../syntax/evaluation/value';
import type { ArgumentReader } from './clientCall';

/** An option of an object that was handed over; `undefined` where it is not among what is known. */
export function optionOf(
  options: Value | undefined,
  ...names: readonly string[]
): Value | undefined {
  for (const name of names) {
    const found = findOption(options, name);
    if (found && !isUndefined(found)) return found;
  }
  return names.map((name) => findOption(options, name)).find((found) => found !== undefined);
}

function findOption(options: Value | undefined, name: string): Value | undefined {
  switch (options?.kind) {
    case 'map': {
      const found =
        options.entries.get(name) ?? (options.rest?.kind === 'unknown' ? options.rest : undefined);
      return found && withSteps(settled(found), options.trail);
    }
    case 'object':
    case 'made':
      return findAttribute(options, name);
    case 'oneOf': {
      const found = options.options.flatMap((option) => findOption(option, name) ?? []);
      return found.length > 0 ? oneOf(found) : undefined;
    }
    case 'unknown':
      return options;
    case undefined:
    case 'scalar':
    case 'list':
    case 'function':
    case 'external':
      return undefined;
  }
}

/** What JavaScript takes for nothing: `undefined`, `null`, an empty text. */
export function isEmpty(value: Value): boolean {
  return value.kind === 'scalar' && !value.value;
}

function isUndefined(value: Value): boolean {
  return value.kind === 'scalar' && value.value === undefined;
}

/** What a function gives that a client would call for its options. */
export function settled(value: Value): Value {
  if (value.kind !== 'function') return value;
  return value.call({ positional: [], named: new Map() }, { kind: 'code', name: value.name });
}

export function textOption(options: Value | undefined, ...names: readonly string[]): string {
  const value = optionOf(options, ...names);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : '';
}

export function isText(value: Value | undefined, pattern = /(?:)/): boolean {
  return value?.kind === 'scalar' && typeof value.value === 'string' && pattern.test(value.value);
}

/** Options that a framework asks a function for: `forRootAsync({ useFactory: (config) => …, inject: [Config] })`. */
export function factoryOptions(args: ArgumentReader): Value | undefined {
  const options = args.at(0);
  const factory = findRaw(options, 'useFactory');
  if (factory?.kind !== 'function')
    return unknown('a class of the framework gives the options', options?.trail);
  const injected = findRaw(options, 'inject');
  const positional = injected?.kind === 'list' ? injected.items.map(instanceOf) : [];
  return factory.call({ positional, named: new Map() }, { kind: 'code', name: 'useFactory' });
}

function findRaw(options: Value | undefined, name: string): Value | undefined {
  return options?.kind === 'map' ? options.entries.get(name) : undefined;
}

function instanceOf(type: Value): Value {
  if (type.kind !== 'external') return unknown('the framework gives it');
  return {
    kind: 'made',
    maker: type.name,
    args: { positional: [], named: new Map() },
    origin: { kind: 'code', name: type.name },
    attributes: new Map(),
    trail: type.trail,
  };
}
