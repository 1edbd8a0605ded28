import type { Grammar } from '../grammar';
import { readQuery, unquote } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import { splitAuthority } from '../authority';
import { readHostList } from '../hostList';

/** Native protocol on 9000, HTTP on 8123; with TLS 9440 and 8443. */
const ports: Readonly<Record<string, number>> = {
  'clickhouse+http': 8123,
  'clickhouse+https': 8443,
  clickhousedb: 8123,
  clickhouses: 9440,
  tcp: 9000,
};

export const clickhouse: Grammar = {
  id: 'clickhouse',
  title: 'clickhouse-go 2, clickhouse-connect, clickhouse-driver',
  accepts: (text) => /^(?:clickhouse|clickhousedb|clickhouses|ch)(?:\+\w+)?:\/\//i.test(text),
  parse(url) {
    const parts = splitAuthority(url.reveal());
    const query = readQuery(parts?.query ?? '');
    const secure = /^(?:true|1)$/i.test(query.get('secure') ?? '');
    const port = ports[parts?.scheme ?? ''] ?? (secure ? 9440 : 9000);
    const endpoints = readHostList(parts?.hosts || 'localhost', port);
    if (!parts || !endpoints)
      return {
        kind: 'invalid',
        system: 'clickhouse',
        reason: 'The hosts in the URL cannot be read.',
      };
    const database = unquote(parts.path) || query.get('database');
    const user = parts.user ?? query.get('username') ?? query.get('user');
    return safeConnection({
      system: 'clickhouse',
      endpoints,
      ...(database ? { database } : {}),
      ...(user ? { user } : {}),
    });
  },
};
