import { splitAuthority } from '../authority';
import type { Grammar, Parsed } from '../grammar';
import { readHostList } from '../hostList';
import { unquote } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import type { DatabaseSystem } from '../target';

/** Schemes that name a database, each with its system and its client's default port. */
const schemes: Readonly<Record<string, readonly [DatabaseSystem, number]>> = {
  postgres: ['postgresql', 5432],
  postgresql: ['postgresql', 5432],
  pgsql: ['postgresql', 5432],
  postgis: ['postgresql', 5432],
  cockroach: ['postgresql', 26257],
  cockroachdb: ['postgresql', 26257],
  crdb: ['postgresql', 26257],
  'crdb-postgres': ['postgresql', 26257],
  yugabytedb: ['postgresql', 5433],
  timescale: ['postgresql', 5432],
  timescaledb: ['postgresql', 5432],
  redshift: ['postgresql', 5439],
  ecto: ['postgresql', 5432],
  mysql: ['mysql', 3306],
  mysql2: ['mysql', 3306],
  mysqli: ['mysql', 3306],
  mysqlx: ['mysql', 33060],
  trilogy: ['mysql', 3306],
  mariadb: ['mysql', 3306],
  tidb: ['mysql', 4000],
  singlestore: ['mysql', 3306],
  vitess: ['mysql', 3306],
  oracle: ['oracle', 1521],
  'oracle+thin': ['oracle', 1521],
  oci8: ['oracle', 1521],
  godror: ['oracle', 1521],
  db2: ['unknown', 50000],
  ibmdb: ['unknown', 50000],
  cassandra: ['unknown', 9042],
  scylla: ['unknown', 9042],
  couchbase: ['unknown', 11210],
  couchbases: ['unknown', 11207],
  couchdb: ['unknown', 5984],
  neo4j: ['unknown', 7687],
  'neo4j+s': ['unknown', 7687],
  'neo4j+ssc': ['unknown', 7687],
  bolt: ['unknown', 7687],
  'bolt+s': ['unknown', 7687],
  arangodb: ['unknown', 8529],
  surrealdb: ['unknown', 8000],
  rethinkdb: ['unknown', 28015],
  firebird: ['unknown', 3050],
  influxdb: ['unknown', 8086],
  elasticsearch: ['unknown', 9200],
  libsql: ['sqlite', 443],
  turso: ['sqlite', 443],
  edgedb: ['postgresql', 5656],
  gel: ['postgresql', 5656],
  vertica: ['unknown', 5433],
  trino: ['unknown', 8080],
  presto: ['unknown', 8080],
  hive: ['unknown', 10000],
};

/**
 * A URL whose client is not known. Clients end the user info at the first or at the last `@`, and some go past a raw `/`,
 * `?` or `#` of a password: where that gives different hosts, the place stays unknown.
 */
export const genericUrl: Grammar = {
  id: 'generic-url',
  title: 'Database URLs of other clients',
  accepts: (text) => schemeOf(text) !== undefined,
  parse(url) {
    const text = url.reveal();
    const [system, port] = schemeOf(text) ?? ['unknown', 0];
    const parts = splitAuthority(text);
    const endpoints = parts && readHostList(parts.hosts || 'localhost', port);
    if (!endpoints || !isPlain(text)) return refusal(system);
    const database = unquote(parts.path);
    return safeConnection({
      system,
      endpoints,
      ...(database ? { database } : {}),
      ...(parts.user ? { user: parts.user } : {}),
    });
  },
};

function schemeOf(text: string): readonly [DatabaseSystem, number] | undefined {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase() ?? '';
  const name = Object.hasOwn(schemes, scheme) ? scheme : (scheme.split('+', 1)[0] ?? '');
  return Object.hasOwn(schemes, name) ? schemes[name] : undefined;
}

/** All readings agree: at most one `@`, and none after the authority. */
function isPlain(text: string): boolean {
  const [, authority = '', rest = ''] = /^[^:]*:\/\/([^/?#]*)(.*)$/s.exec(text) ?? [];
  return (authority.match(/@/g) ?? []).length <= 1 && !rest.includes('@');
}

function refusal(system: DatabaseSystem): Parsed {
  return {
    kind: 'invalid',
    system,
    reason:
      'Clients read this URL in different ways: percent-encode "@", "/", "?" and "#" in its password.',
  };
}
