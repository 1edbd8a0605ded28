import { resolve } from 'node:path';
import type { Environment } from '../../core/environment/environment';
import type { Origin } from '../../core/environment/setting';
import { ConnectionUrl } from '../../core/targets/connectionUrl';
import type { ClientContext, Grammar } from '../../core/targets/grammar';
import type { ConnectionParts, DatabaseSystem, Endpoint, Target } from '../../core/targets/target';
import type { MadeValue, Value } from '../../syntax/evaluation/value';

/** The parts of a call that say where it connects to. Each may be unknown, or one of several. */
export interface CallParts {
  /** A whole connection string; the other parts add to it. */
  readonly url?: Value | undefined;
  readonly host?: Value | undefined;
  readonly port?: Value | undefined;
  readonly database?: Value | undefined;
  readonly user?: Value | undefined;
}

/** How one function of a client library is called. */
export interface ClientCall {
  /** Full name of the function or class. */
  readonly maker: string;
  readonly system: DatabaseSystem;
  /** Id of the grammar that its connection strings follow. */
  readonly grammar?: string;
  readonly port?: number;
  read(args: ArgumentReader): CallParts | undefined;
}

/** Arguments by position or by name, whichever the code used. */
export class ArgumentReader {
  constructor(private readonly made: MadeValue) {}

  at(index: number, ...names: readonly string[]): Value | undefined {
    return this.made.args.positional[index] ?? this.named(...names);
  }

  named(...names: readonly string[]): Value | undefined {
    return names.map((name) => this.made.args.named.get(name)).find((value) => value !== undefined);
  }
}

export interface CallContext {
  readonly environment: Environment;
  readonly client: Omit<ClientContext, 'find'>;
  readonly grammars: readonly Grammar[];
}

/** The target of each way that the call may go: one, but for values of which it is not known which. */
export function targetsOfCall(
  call: ClientCall,
  made: MadeValue & Value,
  context: CallContext,
): Target[] {
  const parts = call.read(new ArgumentReader(made));
  if (!parts) return [];
  const decisive = parts.url ?? parts.host ?? parts.database;
  const options = decisive?.kind === 'oneOf' ? decisive.options : [decisive];
  return options.map((option) => {
    const one = parts.url
      ? { ...parts, url: option }
      : parts.host
        ? { ...parts, host: option }
        : { ...parts, database: option };
    return targetOf(call, made, one, context);
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
  const origin = deciderOf(decisive) ?? made.origin;
  const found = context.environment.find(origin.name);
  const isVariable = origin.kind !== 'code' && found?.setting.origin === origin;
  return {
    ...connectionOf(call, parts, context),
    origin,
    overrides: isVariable ? found.overrides : [],
    doubts: isVariable ? found.doubts : [],
    standby: false,
    trail,
    call: made.origin,
    ...(values.length === 0 ? { unresolved: 'the call names no database' } : {}),
  };
}

/** The variable that gave the value, else the place where it is written: of what was read to choose, nothing is in it. */
function deciderOf(value: Value | undefined): Origin | undefined {
  const steps = value?.trail ?? [];
  const own = steps.slice(steps.findLastIndex(({ kind }) => kind === 'chosen') + 1);
  const read = own.findLast((step) => step.kind === 'read' && step.isSet);
  return (read ?? own.findLast(({ kind }) => kind === 'written'))?.origin;
}

function connectionOf(call: ClientCall, parts: CallParts, context: CallContext): ConnectionParts {
  const { system } = call;
  const unresolved = Object.values(parts)
    .map(unknownReason)
    .find((reason) => reason !== undefined);
  if (unresolved !== undefined) return { system, endpoints: [], unresolved };
  const database = textOrUndefined(parts.database);
  const user = textOrUndefined(parts.user);
  const url = textOrUndefined(parts.url);
  if (url !== undefined) {
    const read = readUrl(call, url, context);
    return {
      ...read,
      ...(database !== undefined && !read.database ? { database } : {}),
      ...(user !== undefined ? { user } : {}),
    };
  }
  const fields = {
    ...(database !== undefined ? { database } : {}),
    ...(user !== undefined ? { user } : {}),
  };
  return { system, endpoints: endpointsOf(call, parts, context), ...fields };
}

function unknownReason(value: Value | undefined): string | undefined {
  if (value === undefined || value.kind === 'scalar') return undefined;
  return value.kind === 'unknown' ? value.reason : 'the code gives something that is not followed';
}

function textOrUndefined(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && value.value !== null && value.value !== ''
    ? String(value.value)
    : undefined;
}

function readUrl(
  { system, grammar: id }: ClientCall,
  text: string,
  { environment, client, grammars }: CallContext,
): ConnectionParts {
  const own = grammars.filter((grammar) => grammar.id === id);
  const grammar = [...own, ...grammars].find((candidate) => candidate.accepts(text));
  if (!grammar)
    return {
      system,
      endpoints: [],
      unresolved: 'the connection string is of no kind that is known',
    };
  const find = (name: string) => environment.find(name);
  const parsed = grammar.parse(new ConnectionUrl(text), { ...client, find });
  return parsed.kind === 'connection'
    ? parsed.connection
    : { system: parsed.system, endpoints: [], unresolved: parsed.reason };
}

function endpointsOf(
  call: ClientCall,
  parts: CallParts,
  { environment, client }: CallContext,
): Endpoint[] {
  const { system } = call;
  const database = textOrUndefined(parts.database);
  if (system === 'sqlite')
    return database === ':memory:' || database === undefined
      ? [{ kind: 'memory' }]
      : [{ kind: 'file', path: resolve(client.cwd, database) }];
  const host =
    textOrUndefined(parts.host) ??
    (system === 'postgresql' ? environment.get('PGHOST') : undefined);
  const port = Number(
    textOrUndefined(parts.port) ??
      (system === 'postgresql' ? environment.get('PGPORT') : undefined) ??
      call.port ??
      0,
  );
  if (host?.startsWith('/')) return [{ kind: 'socket', path: host, port }];
  if (host === undefined && system === 'postgresql')
    return [{ kind: 'socket', path: '/var/run/postgresql', port }];
  return (host ?? 'localhost').split(',').map((name) => ({ kind: 'tcp', host: name.trim(), port }));
}
