import type { Listener } from './listener';

const servers = new Set([
  ...['postgres', 'postgresql', 'postgis', 'pgvector', 'timescaledb', 'timescale', 'cockroach'],
  ...['cockroachdb', 'yugabyte', 'mysql', 'mariadb', 'percona', 'mongo', 'mongodb', 'ferretdb'],
  ...['redis', 'valkey', 'keydb', 'dragonfly', 'memcached', 'mssql', 'clickhouse', 'oracle'],
  ...[
    'cassandra',
    'scylla',
    'neo4j',
    'influxdb',
    'couchdb',
    'edgedb',
    'surrealdb',
    'elasticsearch',
  ],
]);

/** A container may be a tunnel itself. */
const proxies =
  /proxy|socat|bouncer|tunnel|ssh|haproxy|nginx|envoy|traefik|cloudflared|teleport|pgcat|pgpool|gateway|forward|relay|vpn|router/;

/** What a container is, by the name of its image: `registry.example.com:5000/team/postgres:16@sha256:…`. */
export function readImage(image: string): Listener {
  const name = image.replace(/@.*$/, '').replace(/:[^/]*$/, '');
  const path = name.replace(/^[^/]*[.:][^/]*\//, '').toLowerCase();
  const program = `a container of ${name}`;
  if (proxies.test(path)) return { kind: 'tunnel', tool: 'container', via: program, forwards: [] };
  const words = path.split(/[^a-z0-9]+|(?<=postgres|mysql|mongo)(?=\d)/);
  return words.some((word) => servers.has(word))
    ? { kind: 'server', program }
    : { kind: 'unknown', program };
}

const serverNames = new Set(['db', 'database', 'pg', 'sql', 'pgsql']);

/** Whether a container is called after the database server that it is. */
export function readContainerName(name: string): boolean {
  const isServer = name
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => serverNames.has(word));
  return !proxies.test(name) && (isServer || readImage(name).kind === 'server');
}
