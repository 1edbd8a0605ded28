import { overridden } from '../../core/environment/environment';
import type { Origin } from '../../core/environment/setting';
import type { Step } from '../../core/environment/step';
import { hostOf, type ConnectionParts, type Target } from '../../core/targets/target';
import { withSteps, type MadeValue, type Value } from '../../syntax/evaluation/value';
import { ArgumentReader, type CallContext, type CallParts, type ClientCall } from './clientCall';
import { connectionOf } from './clientConnection';

export interface FoundCall {
  readonly call: ClientCall;
  readonly made: MadeValue & Value;
}

/** The calls that name a database. One that says more about the result of another (`client.db('x')`) stands for both. */
export function findClientCalls(
  clients: readonly ClientCall[],
  all: readonly (MadeValue & Value)[],
): FoundCall[] {
  const found = all.flatMap((made): FoundCall[] => {
    const call = clients.find(({ maker }) => maker === made.maker);
    return call ? [{ call, made }] : [];
  });
  const refined = new Set(found.map(({ made }) => new ArgumentReader(made).self?.origin));
  return found.filter(({ made }) => !refined.has(made.origin));
}

/** The target of each way that the call may go: one, but for values of which it is not known which. */
export function targetsOfCall(
  call: ClientCall,
  made: MadeValue & Value,
  context: CallContext,
): Target[] {
  return variantsOf(made).flatMap((variant) => targetsOfVariant(call, variant, context));
}

/** The call with each of the values that its first argument may have. */
function variantsOf(made: MadeValue & Value): readonly (MadeValue & Value)[] {
  const [first, ...rest] = made.args.positional;
  if (first?.kind !== 'oneOf') return [made];
  return first.options.map((option) => ({
    ...made,
    args: { ...made.args, positional: [withSteps(option, first.trail), ...rest] },
  }));
}

function targetsOfVariant(
  call: ClientCall,
  made: MadeValue & Value,
  context: CallContext,
): Target[] {
  const args = new ArgumentReader(made);
  const parts = call.read(args);
  if (!parts) return [];
  const own = { ...call, ...call.rulesFor?.(args) };
  const decisive = parts.url ?? parts.host ?? parts.database;
  const options = decisive?.kind === 'oneOf' ? decisive.options : [decisive];
  return options.map((option) => {
    const one = parts.url
      ? { ...parts, url: option }
      : parts.host
        ? { ...parts, host: option }
        : { ...parts, database: option };
    return targetOf(own, made, one, context);
  });
}

function targetOf(
  call: ClientCall,
  made: MadeValue & Value,
  parts: CallParts,
  context: CallContext,
): Target {
  const decisive = parts.url ?? parts.host ?? parts.database;
  const values = Object.values(parts).filter((value): value is Value => value !== undefined);
  const trail = [...made.trail, ...(decisive?.trail ?? [])];
  const connection = connectionOf(call, parts, context);
  const origin = originOf(connection, parts, context) ?? made.origin;
  const found = context.environment.find(origin.name);
  const isVariable = origin.kind !== 'code' && found?.setting.origin === origin;
  return {
    ...connection,
    origin,
    overrides: isVariable ? overridden(found) : [],
    doubts: isVariable ? found.doubts : [],
    standby: false,
    trail,
    call: made.origin,
    ...(made.alias === undefined ? {} : { alias: made.alias }),
    ...(values.length === 0 && call.host === undefined
      ? { unresolved: 'the call names no database' }
      : {}),
  };
}

/** What no word of the call names, the variable or file that fills the gap; else what gave the deciding value. */
function originOf(
  connection: ConnectionParts,
  parts: CallParts,
  { environment }: CallContext,
): Origin | undefined {
  const { url, host, database } = parts;
  const place = (hostOf(connection) ?? '').toLowerCase();
  const [filler] = connection.also ?? [];
  const isWritten = [url, host].some(
    (part) => part?.kind === 'scalar' && String(part.value).toLowerCase().includes(place),
  );
  if (filler && place !== '' && !isWritten) return filler;
  // Of a variable that the code read from a file of its own, the value is not at hand.
  const mayHold = (name: string): boolean | undefined =>
    isWritten && place !== '' ? environment.get(name)?.toLowerCase().includes(place) : undefined;
  return deciderOf(url ?? host ?? database, mayHold);
}

/**
 * The variable that gave the value, of several the one that holds the host; else the place where it is written, which
 * comes first for a host that is in none of them. What was read to choose does not count: nothing of it is in the value.
 */
function deciderOf(
  value: Value | undefined,
  holdsHost: (variable: string) => boolean | undefined,
): Origin | undefined {
  const steps = value?.trail ?? [];
  const own = steps.slice(steps.findLastIndex(({ kind }) => kind === 'chosen') + 1);
  const reads = own.filter((step) => step.kind === 'read' && step.isSet);
  const holding = (holds: boolean | undefined): Step | undefined =>
    reads.findLast((step) => step.kind === 'read' && holdsHost(step.name) === holds);
  const written = own.findLast(({ kind }) => kind === 'written');
  return (holding(true) ?? holding(undefined) ?? written ?? reads.at(-1))?.origin;
}
