import { splitAuthority } from '../authority';
import { Gaps } from '../gaps';
import type { ClientContext, Grammar, Parsed } from '../grammar';
import { readHostList } from '../hostList';
import { safeConnection } from '../safeConnection';

/** postgres.js: a host in the query moves nothing, and PostgreSQL's variables fill what is left out. */
export const postgresJs: Grammar = {
  id: 'postgres-js',
  title: 'postgres.js 3.4',
  accepts: (text) => /^postgres(?:ql)?:\/\//i.test(text),
  parse: (url, context) => connect(url.reveal(), context),
};

function connect(text: string, context: ClientContext): Parsed {
  const { hosts = '', path = '', user: named } = splitAuthority(text) ?? {};
  const [, name = hosts, ownPort] = /^([^,]*):(\d*)$/.exec(hosts) ?? [];
  const gaps = new Gaps(context.find);
  const host = gaps.fill(name, 'PGHOST') ?? 'localhost';
  const port = Number(gaps.fill(ownPort ?? portOfFirst(hosts), 'PGPORT') ?? 5432);
  const user = gaps.fill(named, 'PGUSERNAME', 'PGUSER');
  const database = gaps.fill(path, 'PGDATABASE') ?? user;
  const endpoints = host.includes('/')
    ? ([{ kind: 'socket', path: host, port }] as const)
    : readHostList(host, port);
  if (!endpoints || !URL.canParse(text.replace(hosts, 'host')))
    return {
      kind: 'invalid',
      system: 'postgresql',
      reason: 'The URL is not one that postgres.js can parse.',
    };
  return safeConnection({
    system: 'postgresql',
    endpoints,
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
    ...(gaps.also.length > 0 ? { also: gaps.also } : {}),
  });
}

/** The port of the first of several hosts is that of those without one. */
function portOfFirst(hosts: string): string | undefined {
  return /^[^,]*:(\d+),/.exec(hosts)?.[1];
}
