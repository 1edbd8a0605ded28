import type { Value } from '../../../syntax/evaluation/value';
import { argument, byName, nothing, type LibraryCall, type LibraryRules } from '../libraryCall';

/** Tortoise 0.25: one URL, or the connections of a configuration, each a URL or an engine with its credentials. */
export const tortoise: LibraryRules = {
  'tortoise.Tortoise.init': (call) => connect(call, 0, 3),
  'tortoise.contrib.fastapi.register_tortoise': (call) => connect(call, 1, 3),
  'tortoise.contrib.fastapi.RegisterTortoise': (call) => connect(call, 1, 3),
  'tortoise.contrib.sanic.register_tortoise': (call) => connect(call, 1, 3),
};

function connect(call: LibraryCall, config: number, url: number): Value {
  const given = argument(call, config, 'config');
  const connections = given?.kind === 'map' ? given.entries.get('connections') : undefined;
  const all = connections?.kind === 'map' ? [...connections.entries.values()] : [];
  for (const connection of [argument(call, url, 'db_url'), ...all])
    if (connection) connectOne(call, connection);
  return nothing;
}

const makers: Readonly<Record<string, string>> = {
  asyncpg: 'asyncpg.connect',
  psycopg: 'psycopg.connect',
  mysql: 'aiomysql.create_pool',
  sqlite: 'sqlite3.connect',
};

function connectOne(call: LibraryCall, connection: Value): void {
  const engine = connection.kind === 'map' ? connection.entries.get('engine') : undefined;
  const credentials = connection.kind === 'map' ? connection.entries.get('credentials') : undefined;
  const backend = engine?.kind === 'scalar' ? String(engine.value).split('.').at(-1) : undefined;
  const maker = makers[backend ?? ''];
  if (maker && credentials?.kind === 'map') {
    const path = credentials.entries.get('file_path');
    const entries = path
      ? [...credentials.entries, ['database', path] as const]
      : credentials.entries;
    call.make(maker, byName(new Map(entries)));
  } else call.make('tortoise.connection', { positional: [connection], named: new Map() });
}
