import type { Origin } from '../../../core/environment/setting';
import { listOf } from '../lists';
import { oneOf, scalar, textOf, unknown, withSteps, type Value } from '../value';
import type { Builtin } from './builtin';
import type { Evaluator } from './evaluator';
import { spread } from './expressions';
import { callBack } from './functions';
import { member } from './members';
import { isPresent, truth } from './operators';
import { pathBuiltins } from './paths';
import { setMember } from './patterns';
import { readJson } from './readJson';
import { schemaBuiltin, schemaBuiltins } from './schemas';
import { createUrl, urlText } from './urls';

const onScalar =
  (change: (value: unknown) => string | number | boolean | undefined): Builtin =>
  (_, [value]) => {
    if (value?.kind === 'oneOf')
      return oneOf(value.options.map((option) => changed(option, change)));
    return value && changed(value, change);
  };

function changed(
  value: Value,
  change: (value: unknown) => string | number | boolean | undefined,
): Value {
  if (value.kind === 'unknown') return value;
  const result = value.kind === 'scalar' ? change(value.value) : undefined;
  return result === undefined
    ? unknown('what it is made from is not known', value.trail)
    : scalar(result, value.trail);
}

/** The functions of the language itself that configuration code uses, by the name they are called by. */
const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [
    'String',
    (evaluator, args, origin, call) =>
      toText(args[0]) ?? onScalar(String)(evaluator, args, origin, call),
  ],
  ['Number', onScalar(Number)],
  ['parseInt', onScalar((value) => Number.parseInt(String(value), 10))],
  ['parseFloat', onScalar((value) => Number.parseFloat(String(value)))],
  ['Number.parseInt', onScalar((value) => Number.parseInt(String(value), 10))],
  [
    'Boolean',
    (_, [value]) => {
      const holds = value && truth(value);
      return holds === undefined
        ? unknown('it is not known whether it holds', value?.trail)
        : scalar(holds, value?.trail);
    },
  ],
  ['encodeURIComponent', onScalar((value) => guarded(() => encodeURIComponent(String(value))))],
  ['decodeURIComponent', onScalar((value) => guarded(() => decodeURIComponent(String(value))))],
  ['JSON.parse', (_, [value]) => value && readJson(value)],
  ['JSON.stringify', () => unknown('JSON.stringify is not followed')],
  ['Object.assign', assignAll],
  ['Object.freeze', (_, [value]) => value],
  ['Object.seal', (_, [value]) => value],
  ['Object.keys', (_, [value]) => entriesOf(value, ([key]) => scalar(key))],
  ['Object.values', (_, [value]) => entriesOf(value, ([, entry]) => entry)],
  [
    'Object.entries',
    (_, [value]) => entriesOf(value, ([key, entry]) => listOf([scalar(key), entry])),
  ],
  ['Object.fromEntries', fromEntries],
  [
    'Array.isArray',
    (_, [value]) =>
      value?.kind === 'unknown' || value?.kind === 'oneOf'
        ? undefined
        : scalar(value?.kind === 'list'),
  ],
  ['Promise.resolve', (_, [value]) => value ?? scalar(undefined)],
  ['Promise.all', (_, [value]) => value],
  ['Promise.allSettled', (_, [value]) => value],
  ['URL', (_, __, origin, call) => createUrl(call, origin)],
  ['url.URL', (_, __, origin, call) => createUrl(call, origin)],
  ['process.exit', stop],
  ['process.abort', stop],
  ['setTimeout', runCallback],
  ['setImmediate', runCallback],
  ['process.nextTick', runCallback],
  ['pg-connection-string.parse', parsedConnection],
  ['pg-connection-string', parsedConnection],
  ...pathBuiltins,
  ...schemaBuiltins,
]);

export function findBuiltin(name: string): Builtin | undefined {
  return builtins.get(name) ?? schemaBuiltin(name);
}

function guarded(work: () => string): string | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function toText(value: Value | undefined): Value | undefined {
  return value?.kind === 'made' ? urlText(value) : undefined;
}

function stop(evaluator: Evaluator): Value {
  evaluator.isStopped = true;
  evaluator.host.onRaised();
  return unknown('the program stops here');
}

function runCallback(evaluator: Evaluator, args: readonly Value[], origin: Origin): Value {
  callBack(evaluator, args, origin);
  return unknown('a timer');
}

/** The parts are read by pg's own rules when they reach a client: here the text stays whole. */
function parsedConnection(_: Evaluator, [text]: readonly Value[]): Value | undefined {
  if (!text) return undefined;
  return {
    kind: 'map',
    entries: new Map([['connectionString', text]]),
    rest: unknown('a part of a connection string is not followed', text.trail),
    trail: [],
  };
}

function assignAll(
  evaluator: Evaluator,
  [target, ...sources]: readonly Value[],
  origin: Origin,
): Value | undefined {
  if (!target) return undefined;
  for (const source of sources)
    if (source.kind === 'map' && !source.rest && evaluator.spend(source.entries.size))
      for (const [key, value] of [...source.entries])
        setMember(evaluator, target, scalar(key), withSteps(value, source.trail), origin);
    else if (target.kind === 'map' && isPresent(source) !== false)
      return spread(evaluator, target, source);
  return target;
}

function entriesOf(
  value: Value | undefined,
  show: (entry: readonly [string, Value]) => Value,
): Value | undefined {
  if (value?.kind === 'map' && !value.rest)
    return listOf([...value.entries].map(show), value.trail);
  return value?.kind === 'unknown' ? value : unknown('its entries are not known', value?.trail);
}

function fromEntries(evaluator: Evaluator, [list]: readonly Value[], origin: Origin): Value {
  const entries = new Map<string, Value>();
  for (const pair of list?.kind === 'list' ? list.items : []) {
    const key = textOf(member(evaluator, pair, '0', origin));
    if (key !== undefined) entries.set(key, member(evaluator, pair, '1', origin));
  }
  return list?.kind === 'list'
    ? { kind: 'map', entries, trail: list.trail }
    : unknown('its entries are not known');
}
