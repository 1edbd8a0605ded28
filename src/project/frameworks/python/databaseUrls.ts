import { textOf, unknown, type Value } from '../../../syntax/evaluation/value';
import { argument, type LibraryCall, type LibraryRules } from '../libraryCall';

/** Functions that put a connection string together. Passwords are left out: nothing of them decides. */
export const databaseUrls: LibraryRules = {
  'sqlalchemy.URL.create': createUrl,
  'sqlalchemy.URL': createUrl,
  'sqlalchemy.engine.URL.create': createUrl,
  'sqlalchemy.engine.URL': createUrl,
  'sqlalchemy.engine.url.URL.create': createUrl,
  'sqlalchemy.engine.url.URL': createUrl,
  'sqlalchemy.make_url': (call) => argument(call, 0, 'name_or_url'),
  'sqlalchemy.engine.make_url': (call) => argument(call, 0, 'name_or_url'),
  'sqlalchemy.engine.url.make_url': (call) => argument(call, 0, 'name_or_url'),
  'pydantic.PostgresDsn': (call) => argument(call, 0, 'url'),
  'pydantic.PostgresDsn.build': buildDsn,
  'pydantic.MySQLDsn.build': buildDsn,
  'pydantic.MongoDsn.build': buildDsn,
  'pydantic.networks.PostgresDsn.build': buildDsn,
  'pydantic_core.MultiHostUrl.build': buildDsn,
  'pydantic_core.Url.build': buildDsn,
};

function createUrl(call: LibraryCall): Value {
  return urlOf({
    scheme: argument(call, 0, 'drivername'),
    user: argument(call, 1, 'username'),
    host: argument(call, 3, 'host'),
    port: argument(call, 4, 'port'),
    database: argument(call, 5, 'database'),
    query: argument(call, 6, 'query'),
  });
}

/** pydantic 2 takes the path without its slash, pydantic 1 with it. */
function buildDsn(call: LibraryCall): Value {
  const { named } = call.args;
  return urlOf({
    scheme: named.get('scheme'),
    user: named.get('username') ?? named.get('user'),
    host: named.get('host'),
    port: named.get('port'),
    database: named.get('path'),
    query: undefined,
  });
}

type Part = 'scheme' | 'user' | 'host' | 'port' | 'database' | 'query';

/** The host's evidence goes last, because it decides. */
function urlOf(parts: Readonly<Record<Part, Value | undefined>>): Value {
  const { scheme, user, host, port, database, query } = parts;
  const trail = [user, port, database, scheme, host].flatMap((value) => value?.trail ?? []);
  const bad = [scheme, user, host, port, database].find(
    (value) => value && value.kind !== 'scalar',
  );
  if (bad)
    return unknown(bad.kind === 'unknown' ? bad.reason : 'a part of the URL is not known', trail);
  const [userText, portText] = [printed(user), printed(port)];
  const authority = [
    userText && `${encodeURIComponent(userText)}@`,
    printed(host),
    portText && `:${portText}`,
  ].join('');
  const path = printed(database).replace(/^\//, '');
  const text = `${printed(scheme)}://${authority}/${path}${queryOf(query)}`;
  return { kind: 'scalar', value: text, trail };
}

function printed(value: Value | undefined): string {
  return value?.kind === 'scalar' && value.value !== null ? String(value.value ?? '') : '';
}

function queryOf(query: Value | undefined): string {
  if (query?.kind !== 'map') return '';
  const pairs = [...query.entries].flatMap(([name, value]) => {
    const text = textOf(value);
    return text === undefined ? [] : [`${name}=${encodeURIComponent(text)}`];
  });
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
