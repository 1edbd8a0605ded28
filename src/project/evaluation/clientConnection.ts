import { ConnectionUrl } from '../../core/targets/connectionUrl';
import type { Parsed } from '../../core/targets/grammar';
import { completeConnection } from '../../core/targets/libpq/complete';
import { parseConnectionString } from '../../core/targets/libpq/connectionString';
import { safeConnection } from '../../core/targets/safeConnection';
import type { ConnectionParts } from '../../core/targets/target';
import type { Value } from '../../syntax/evaluation/value';
import type { CallContext, CallParts, ClientCall } from './clientCall';
import { endpointsOf, partText, variableOf } from './partEndpoints';
import { withPartsBeside } from './partsBesideUrl';

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
  const url = partText(parts.url);
  if (call.isLibpq) return throughLibpq(parts, url, context);
  if (url !== undefined)
    return withPartsBeside(call, url, readUrl(call, url, context), parts, context);
  if (call.needsUrl && parts.url)
    return { system, endpoints: [], unresolved: 'the connection string is empty' };
  const database = databaseOf(call, parts, context);
  const user = partText(parts.user);
  const fields = {
    ...(database !== undefined ? { database } : {}),
    ...(user !== undefined ? { user } : {}),
  };
  return told(safeConnection({ system, endpoints: endpointsOf(call, parts, context), ...fields }));
}

/** PostgreSQL's clients for Node.js take the user's name where nothing names a database. */
function databaseOf(
  call: ClientCall,
  { database, user }: CallParts,
  context: CallContext,
): string | undefined {
  const isFilled = call.system === 'postgresql' && call.host !== undefined;
  const filler = isFilled ? (variableOf(call, 'PGDATABASE', context) ?? partText(user)) : undefined;
  return partText(database) ?? filler;
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

function unknownReason(value: Value | undefined): string | undefined {
  if (value === undefined || value.kind === 'scalar') return undefined;
  return value.kind === 'unknown' ? value.reason : 'the code gives something that is not followed';
}

function readUrl(
  { system, grammar: id }: ClientCall,
  text: string,
  { environment, client, grammars }: CallContext,
): ConnectionParts {
  const own = grammars.filter((grammar) => grammar.id === id);
  // The client makes something of a text that is of no known kind, too.
  const grammar = [...own, ...grammars].find((candidate) => candidate.accepts(text)) ?? own[0];
  if (!grammar)
    return {
      system,
      endpoints: [],
      unresolved: 'the connection string is of no kind that is known',
    };
  const find = (name: string) => environment.find(name);
  return told(grammar.parse(new ConnectionUrl(text), { ...client, find }));
}
