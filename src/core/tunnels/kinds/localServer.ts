import type { TunnelKind } from '../tunnelKind';

/** Database servers by the names of their programs. The port is the one they take without a word. */
export const serverPorts: Readonly<Record<string, number>> = {
  postgres: 5432,
  postmaster: 5432,
  'edb-postgres': 5444,
  mongod: 27017,
  mysqld: 3306,
  mysqld_safe: 3306,
  mariadbd: 3306,
  'redis-server': 6379,
  'valkey-server': 6379,
  'keydb-server': 6379,
  dragonfly: 6379,
  memcached: 11211,
  ferretdb: 27017,
  sqlservr: 1433,
  tnslsnr: 1521,
  'clickhouse-server': 9000,
  clickhouse: 9000,
  cockroach: 26257,
  influxd: 8086,
  arangod: 8529,
  sqld: 8080,
};

export const localServer: TunnelKind = {
  id: 'local-server',
  programs: Object.keys(serverPorts),
  read: ({ program }) => ({ kind: 'server', program }),
};
