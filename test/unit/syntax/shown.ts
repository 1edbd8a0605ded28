import type { Value } from '../../../src/syntax/evaluation/value';

/** A value as a test writes it: texts as they are, unknowns as `?`. */
export function shown(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(shown);
    case 'map':
      return Object.fromEntries([...value.entries].map(([key, entry]) => [key, shown(entry)]));
    case 'oneOf':
      return { oneOf: value.options.map(shown) };
    case 'external':
      return `<${value.name}>`;
    case 'made':
      return `<${value.maker}()>`;
    case 'object':
      return `<${value.object.kind} ${value.object.name}>`;
    case 'function':
      return `<function ${value.name}>`;
    case 'unknown':
      return '?';
  }
}
