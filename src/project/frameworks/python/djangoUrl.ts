import { ConnectionUrl } from '../../../core/targets/connectionUrl';
import { djangoDatabaseUrl } from '../../../core/targets/grammars/djangoDatabaseUrl';
import { readQuery, splitPythonUrl, unquote } from '../../../core/targets/pythonUrl';
import type { DatabaseSystem } from '../../../core/targets/target';
import {
  oneOf,
  scalar,
  textOf,
  unknown,
  withSteps,
  type Value,
} from '../../../syntax/evaluation/value';
import { argument, mapOf, readVariable, type LibraryCall, type LibraryRules } from '../libraryCall';

/** dj-database-url 3: an entry of DATABASES from a URL. Nothing set gives an empty one. */
export const djangoUrl: LibraryRules = {
  'dj_database_url.parse': (call) => readDatabaseUrl(argument(call, 0, 'url'), call),
  'dj_database_url.config': (call) => {
    const name = argument(call, 0, 'env');
    const url = readVariable(
      call,
      (name && textOf(name)) ?? 'DATABASE_URL',
      argument(call, 1, 'default') ?? scalar(null),
    );
    const isEmpty = url.kind === 'scalar' && (url.value ?? '') === '';
    return isEmpty ? withSteps(mapOf(), url.trail) : readDatabaseUrl(url, call);
  },
};

const engines: Partial<Record<DatabaseSystem, string>> = {
  postgresql: 'django.db.backends.postgresql',
  mysql: 'django.db.backends.mysql',
  sqlite: 'django.db.backends.sqlite3',
  oracle: 'django.db.backends.oracle',
  sqlserver: 'mssql',
};

/** ENGINE, HOST and the others as the library takes them from a URL, each with the URL's own evidence. */
export function readDatabaseUrl(url: Value | undefined, call: LibraryCall): Value {
  if (url?.kind === 'oneOf')
    return oneOf(url.options.map((option) => readDatabaseUrl(option, call)));
  const text = url && textOf(url);
  const trail = url?.trail ?? [];
  if (text === undefined) return unknown('the URL of the database is not known', trail);
  const engine = argument(call, 99, 'engine') ?? engineOf(text, trail);
  const parts = splitPythonUrl(text);
  if (!parts || !engine) return unknown('the URL is none that dj-database-url knows', trail);
  const { authority, host = '', port, path, query, user } = parts;
  const place = host.includes('%')
    ? unquote(authority.slice(authority.lastIndexOf('@') + 1))
    : host;
  const own: Readonly<Record<string, string>> = {
    NAME: unquote(path.slice(1)) || (isSqlite(engine) ? ':memory:' : ''),
    USER: unquote(user ?? ''),
    HOST: place,
    PORT: port?.toString() ?? '',
  };
  const options = [...readQuery(query)].map(([key, value]) => [key, scalar(value, trail)] as const);
  return mapOf([
    ['ENGINE', engine],
    ...Object.entries(own).map(([key, value]) => [key, scalar(value, trail)] as const),
    ...(options.length > 0 ? [['OPTIONS', mapOf(options)] as const] : []),
  ]);
}

function engineOf(text: string, trail: Value['trail']): Value | undefined {
  const none = { find: () => undefined, readFile: () => undefined, home: '/', cwd: '/' };
  const parsed = djangoDatabaseUrl.parse(new ConnectionUrl(text), none);
  const system = parsed.kind === 'connection' ? parsed.connection.system : parsed.system;
  const engine = engines[system];
  return engine === undefined ? undefined : scalar(engine, trail);
}

function isSqlite(engine: Value): boolean {
  return textOf(engine)?.includes('sqlite') ?? false;
}
