import { ConnectionUrl } from '../../src/core/targets/connectionUrl';
import type { Grammar } from '../../src/core/targets/grammar';
import { djangoDatabaseUrl } from '../../src/core/targets/grammars/djangoDatabaseUrl';
import { libpq } from '../../src/core/targets/grammars/libpq';
import { nodePostgres } from '../../src/core/targets/grammars/nodePostgres';
import { peewee } from '../../src/core/targets/grammars/peewee';
import { sqlalchemy } from '../../src/core/targets/grammars/sqlalchemy';
import { hostOf, portOf, type ConnectionParts } from '../../src/core/targets/target';
import { noContext } from './noContext';
import type { Outcome, Suite } from './suite';

type Text = string | null | undefined;

/** What one parser recorded for a string. Names differ by parser. */
interface Recorded {
  readonly error?: string;
  readonly host?: Text;
  readonly hostaddr?: Text;
  readonly port?: string | number | null;
  readonly query_host?: Text;
  readonly options?: { readonly host?: Text; readonly hostaddr?: Text; readonly port?: number };
  readonly drivername?: string;
}

type Row = { readonly id: string; readonly uri: string } & Readonly<Record<string, Recorded>>;

interface Column {
  readonly name: string;
  readonly grammar: Grammar;
  /** The place that the recorded fields lead to when the client connects in an empty environment. */
  place(recorded: Recorded, uri: string): { readonly host: Text; readonly port: Recorded['port'] };
}

const socket = '/var/run/postgresql';

const columns: readonly Column[] = [
  {
    name: 'libpq15_PQconninfoParse',
    grammar: libpq,
    place: ({ host, hostaddr, port }) => ({ host: hostaddr || host || socket, port }),
  },
  {
    name: 'node_pg_8.23.1_effective_no_env',
    grammar: nodePostgres,
    place: ({ host, port }) => ({ host, port }),
  },
  {
    name: 'sqlalchemy_1.4',
    grammar: sqlalchemy,
    place: ({ host, port, query_host }, uri) => ({
      host: queried('hostaddr', uri) ?? query_host ?? host ?? socket,
      port: queried('port', uri) ?? port,
    }),
  },
  {
    name: 'dj_database_url@fd92df5',
    grammar: djangoDatabaseUrl,
    place: ({ host, port, options }) => ({
      host: options?.hostaddr || host || options?.host || socket,
      port: port || options?.port,
    }),
  },
  {
    name: 'peewee_3.14_db_url',
    grammar: peewee,
    place: ({ host, port }, uri) => ({ host: queried('hostaddr', uri) ?? host ?? socket, port }),
  },
];

/** Parameters that a parser hands on to libpq without a column of their own. */
function queried(name: string, uri: string): string | undefined {
  return new RegExp(`[?&]${name}=([^&]+)`).exec(uri)?.[1];
}

export const postgresUriMatrix: Suite = {
  file: 'postgres_uri_matrix.jsonl',
  run: (rows) =>
    (rows as readonly Row[]).flatMap((row) =>
      // The records are of parsers, which read any scheme; a client that does not know a scheme refuses to connect.
      columns
        .filter(({ name, grammar }) => grammar.accepts(row.uri) || row[name]?.error)
        .map((column) => check(row, column)),
    ),
};

function check(row: Row, { name, grammar, place }: Column): Outcome {
  const id = `${row.id} ${grammar.id}`;
  const recorded = row[name] ?? { error: 'no record' };
  const parsed = grammar.parse(new ConnectionUrl(row.uri), noContext);
  const expected = place(recorded, row.uri);
  if (expected.host?.includes('@', 1) && parsed.kind === 'invalid')
    return { id, kind: 'notFollowed', reason: 'the host holds a part of the password' };
  if (recorded.error?.startsWith('SECURITY WARNING'))
    return { id, kind: 'notFollowed', reason: 'settings of TLS move no place' };
  const isRefused = recorded.error !== undefined || !canConnect(grammar, expected.port, row.uri);
  if (isRefused)
    return parsed.kind === 'invalid'
      ? { id, kind: 'passed' }
      : { id, kind: 'failed', detail: `${row.uri} should be refused` };
  if (parsed.kind === 'invalid') return { id, kind: 'failed', detail: parsed.reason };
  const { connection } = parsed;
  const actual = JSON.stringify([hostOf(connection), portsOf(connection)]);
  const wanted = JSON.stringify([expected.host, portsWanted(expected.port, connection)]);
  return actual === wanted
    ? { id, kind: 'passed' }
    : { id, kind: 'failed', detail: `${row.uri} gave ${actual} for ${wanted}` };
}

/** What a parser takes and the client refuses when it connects: ports out of range, a service that no file defines. */
function canConnect({ id }: Grammar, port: Recorded['port'], uri: string): boolean {
  if (/\bservice=/.test(uri) && id !== nodePostgres.id) return false;
  const ports = `${port ?? ''}`.split(',').filter(Boolean);
  if (uri.startsWith('host=a,b ') && ports.length > 2) return false;
  return ports.every((own) => /^\d+$/.test(own) && Number(own) <= 65535);
}

function portsOf({ endpoints }: ConnectionParts): number[] {
  return endpoints.map((endpoint) => portOf({ endpoints: [endpoint] }) ?? 0);
}

function portsWanted(port: Recorded['port'], { endpoints, system }: ConnectionParts): number[] {
  const ports = `${port ?? ''}`.split(',');
  const defaultPort = system === 'mysql' ? 3306 : 5432;
  return endpoints.map((_, index) => Number(ports[index] ?? ports[0]) || defaultPort);
}
