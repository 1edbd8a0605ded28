import { resolve } from 'node:path';
import type { Environment } from '../../core/environment/environment';
import type { Origin } from '../../core/environment/setting';
import { ConnectionUrl } from '../../core/targets/connectionUrl';
import type { ClientContext, Grammar, Parsed } from '../../core/targets/grammar';
import { completeConnection } from '../../core/targets/libpq/complete';
import { parseConnectionString } from '../../core/targets/libpq/connectionString';
import { safeConnection } from '../../core/targets/safeConnection';
import type { ConnectionParts, DatabaseSystem, Endpoint, Target } from '../../core/targets/target';
import { withSteps, type MadeValue, type Value } from '../../syntax/evaluation/value';

/** The parts of a call that say where it connects to. Each may be unknown, or one of several. */
export interface CallParts {
  /** A whole connection string; the other parts add to it. */
  readonly url?: Value | undefined;
  readonly host?: Value | undefined;
  readonly port?: Value | undefined;
  readonly database?: Value | undefined;
  readonly user?: Value | undefined;
  /** Where only libpq knows them. */
  readonly hostaddr?: Value | undefined;
  readonly service?: Value | undefined;
}

/** What a client takes for granted where a call does not say it. */
export interface ClientRules {
  readonly system: DatabaseSystem;
  /** Id of the grammar that its connection strings follow. */
  readonly grammar?: string;
  readonly port?: number;
  /** The host where nothing names one; PostgreSQL's own library takes a socket instead. */
  readonly host?: string;
  /** PostgreSQL's own library connects: every part wins over the connection string, and it fills the gaps in its way. */
  readonly isLibpq?: true;
  /** Parts that win over what the connection string says; the others only fill its gaps. */
  readonly beatsUrl?: readonly ('host' | 'database')[];
}

/** How one function of a client library is called. */
export interface ClientCall extends ClientRules {
  /** Full name of the function or class. */
  readonly maker: string;
  /** The rules of what the arguments select, for libraries of many databases. */
  readonly rulesFor?: (args: ArgumentReader) => ClientRules | undefined;
  read(args: ArgumentReader): CallParts | undefined;
}

/** Arguments by position or by name, whichever the code used. */
export class ArgumentReader {
  constructor(private readonly made: MadeValue) {}

  /** What the function was called on, where a library's call gave that. */
  get self(): MadeValue | undefined {
    const { self } = this.made.args;
    return self?.kind === 'made' ? self : undefined;
  }

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
    ...(values.length === 0 && call.host === undefined
      ? { unresolved: 'the call names no database' }
      : {}),
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
  if (call.isLibpq) return throughLibpq(parts, url, context);
  if (url !== undefined) {
    const read = readUrl(call, url, context);
    const wins = (part: 'host' | 'database'): boolean => call.beatsUrl?.includes(part) ?? false;
    const isMoved = wins('host') && textOrUndefined(parts.host) !== undefined;
    return {
      ...read,
      ...withOwnPort(read, url, parts.port),
      ...(isMoved && !read.unresolved ? { endpoints: endpointsOf(call, parts, context) } : {}),
      ...(database !== undefined && (wins('database') || !read.database) ? { database } : {}),
      ...(user !== undefined ? { user } : {}),
    };
  }
  const named = database ?? (call.host && variableOf(call, 'PGDATABASE', context));
  const fields = {
    ...(named ? { database: named } : {}),
    ...(user !== undefined ? { user } : {}),
  };
  return told(safeConnection({ system, endpoints: endpointsOf(call, parts, context), ...fields }));
}

/** MongoDB's clients take a port beside the connection string for each of its hosts that has none. */
function withOwnPort(
  { system, endpoints }: ConnectionParts,
  url: string,
  port: Value | undefined,
): Partial<ConnectionParts> {
  const own = Number(textOrUndefined(port) ?? 0);
  if (system !== 'mongodb' || !own) return {};
  const filled = endpoints.map((endpoint) =>
    endpoint.kind === 'tcp' && !url.includes(`${endpoint.host}:`)
      ? { ...endpoint, port: own }
      : endpoint,
  );
  return { endpoints: filled };
}

/** psycopg merges the words of its connection string with its arguments, without those that are `None`. */
function throughLibpq(
  parts: CallParts,
  url: string | undefined,
  { environment, client }: CallContext,
): ConnectionParts {
  const parsed = url === undefined ? undefined : parseConnectionString(url);
  if (parsed?.kind === 'invalid')
    return { system: 'postgresql', endpoints: [], unresolved: parsed.reason };
  const parameters = new Map(parsed?.parameters);
  const { host, hostaddr, port, database: dbname, user, service } = parts;
  for (const [keyword, value] of Object.entries({ host, hostaddr, port, dbname, user, service }))
    if (value?.kind === 'scalar' && value.value !== null && value.value !== undefined)
      parameters.set(keyword, String(value.value));
  const find = (name: string) => environment.find(name);
  return told(completeConnection(parameters, { ...client, find }));
}

function told(parsed: Parsed): ConnectionParts {
  return parsed.kind === 'connection'
    ? parsed.connection
    : { system: parsed.system, endpoints: [], unresolved: parsed.reason };
}

/** PostgreSQL's clients take what is not given from their own variables. */
function variableOf(
  { system }: ClientCall,
  name: string,
  { environment }: CallContext,
): string | undefined {
  return system === 'postgresql' ? environment.get(name) || undefined : undefined;
}

function unknownReason(value: Value | undefined): string | undefined {
  if (value === undefined || value.kind === 'scalar') return undefined;
  return value.kind === 'unknown' ? value.reason : 'the code gives something that is not followed';
}

function textOrUndefined(value: Value | undefined): string | undefined {
  return value?.kind === 'scalar' && (value.value ?? '') !== '' ? String(value.value) : undefined;
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
  return told(grammar.parse(new ConnectionUrl(text), { ...client, find }));
}

function endpointsOf(call: ClientCall, parts: CallParts, context: CallContext): Endpoint[] {
  const { system } = call;
  const database = textOrUndefined(parts.database);
  if (system === 'sqlite')
    return database === ':memory:' || database === undefined
      ? [{ kind: 'memory' }]
      : [{ kind: 'file', path: resolve(context.client.cwd, database) }];
  const host = textOrUndefined(parts.host) ?? variableOf(call, 'PGHOST', context) ?? call.host;
  const port = Number(
    textOrUndefined(parts.port) ?? variableOf(call, 'PGPORT', context) ?? call.port ?? 0,
  );
  if (host?.startsWith('/')) return [{ kind: 'socket', path: host, port }];
  if (host === undefined && system === 'postgresql')
    return [{ kind: 'socket', path: '/var/run/postgresql', port }];
  return (host ?? 'localhost').split(',').map((name) => {
    // MongoDB's clients take a port with the name.
    const [, own, ownPort] = (system === 'mongodb' && /^(.+):(\d+)$/.exec(name.trim())) || [];
    return { kind: 'tcp', host: own ?? name.trim(), port: ownPort ? Number(ownPort) : port };
  });
}
