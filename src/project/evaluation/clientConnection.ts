import { resolve } from 'node:path';
import { ConnectionUrl } from '../../core/targets/connectionUrl';
import type { Parsed } from '../../core/targets/grammar';
import { completeConnection } from '../../core/targets/libpq/complete';
import { parseConnectionString } from '../../core/targets/libpq/connectionString';
import { safeConnection } from '../../core/targets/safeConnection';
import type { ConnectionParts, Endpoint } from '../../core/targets/target';
import type { Value } from '../../syntax/evaluation/value';
import type { CallContext, CallParts, ClientCall } from './clientCall';

/** The place that the parts of a call name, with what its client takes where they say nothing. */
export function connectionOf(
  call: ClientCall,
  parts: CallParts,
  context: CallContext,
): ConnectionParts {
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
