import { scalar, textOf, unknown, withSteps, type Value } from '../../../syntax/evaluation/value';
import { byName, type LibraryCall } from '../libraryCall';

type Entries = ReadonlyMap<string, Value>;

/** How the back ends of Django 5.2 (`db/backends/*`) call their clients, by a part of the engine's name. */
const engines: readonly (readonly [
  engine: RegExp,
  connect: (call: LibraryCall, own: Entries) => void,
])[] = [
  [/postg|psql|cockroach/i, connectPostgres],
  [/mysql|mariadb/i, connectMysql],
  [
    /sqlite|spatialite/i,
    (call, own) => void call.make('sqlite3.connect', positional(own.get('NAME'))),
  ],
  [/mongo|djongo/i, connectMongo],
];

/** One entry of DATABASES. An empty one names no database. */
export function connectAlias(
  outer: LibraryCall,
  alias: string,
  value: Value,
  isTest: boolean,
): void {
  if (value.kind === 'oneOf') {
    for (const option of value.options) connectAlias(outer, alias, option, isTest);
    return;
  }
  const call: LibraryCall = { ...outer, make: (maker, args) => outer.make(maker, args, alias) };
  if (value.kind !== 'map')
    return void call.make('django.db.connection', positional(asUnknown(value)));
  const own = new Map(
    [...value.entries].map(([name, entry]) => [name, withSteps(entry, value.trail)] as const),
  );
  const engine = own.get('ENGINE');
  const name = engine && textOf(engine);
  if (engine === undefined || name === '') return;
  const row = engines.find(([pattern]) => pattern.test(name ?? ''));
  if (row) row[1](call, isTest ? forTests(own) : own);
  else
    call.make('django.db.connection', {
      positional: [asUnknown(engine)],
      named: byName({ host: own.get('HOST'), database: own.get('NAME') }).named,
    });
}

function asUnknown(value: Value): Value {
  return value.kind === 'unknown'
    ? value
    : unknown("the settings' engine is none that is followed", value.trail);
}

function positional(value: Value | undefined): LibraryCall['args'] {
  return { positional: value ? [value] : [], named: new Map() };
}

/** Tests make a database of another name on the same server; with SQLite it is in memory. */
function forTests(own: Entries): Entries {
  const test = own.get('TEST');
  const given = test?.kind === 'map' ? test.entries.get('NAME') : undefined;
  const name = own.get('NAME');
  const isSqlite = /sqlite/.test(textOf(own.get('ENGINE') ?? scalar('')) ?? '');
  const text = isSqlite ? ':memory:' : `test_${(name && textOf(name)) ?? ''}`;
  return new Map([...own, ['NAME', given ?? scalar(text, name?.trail)]]);
}

function optionsOf(own: Entries): Entries {
  const options = own.get('OPTIONS');
  return options?.kind === 'map' ? options.entries : new Map<string, Value>();
}

/** HOST and its kin where they are not empty; only then do they replace what OPTIONS say. */
function filled(own: Entries, names: Readonly<Record<string, string>>): [string, Value][] {
  return Object.entries(names).flatMap(([setting, parameter]): [string, Value][] => {
    const value = own.get(setting);
    const isEmpty = value?.kind === 'scalar' && (value.value ?? '') === '';
    return value && !isEmpty ? [[parameter, value]] : [];
  });
}

function connectPostgres(call: LibraryCall, own: Entries): void {
  const parameters = { HOST: 'host', PORT: 'port', NAME: 'dbname', USER: 'user' };
  call.make('psycopg2.connect', byName(new Map([...optionsOf(own), ...filled(own, parameters)])));
}

/** OPTIONS win over the rest here. A host that is a path is a socket. */
function connectMysql(call: LibraryCall, own: Entries): void {
  const parameters = { HOST: 'host', PORT: 'port', NAME: 'db', USER: 'user' };
  const named = new Map([...filled(own, parameters), ...optionsOf(own)]);
  const file = named.get('read_default_file');
  if (file && !named.has('host'))
    named.set('host', unknown('an option file of MySQL names the host', file.trail));
  call.make('MySQLdb.connect', byName(named));
}

/** djongo has CLIENT, the official back end HOST. */
function connectMongo(call: LibraryCall, own: Entries): void {
  const client = own.get('CLIENT');
  const entries = client?.kind === 'map' ? client.entries : new Map<string, Value>();
  const host = entries.get('host') ?? own.get('HOST');
  const port = entries.get('port') ?? own.get('PORT');
  call.make('mongoengine.connect', byName({ db: own.get('NAME'), host, port }));
}
