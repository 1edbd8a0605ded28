import type { Value } from '../../../syntax/evaluation/value';
import { settingsOf } from './flask';
import { argument, byName, nothing, type LibraryCall, type LibraryRules } from '../libraryCall';

type Connect = (call: LibraryCall, settings: ReadonlyMap<string, Value>) => void;

/** Extensions that connect by the settings of the application that they are given, at once or by `init_app`. */
export const flaskExtensions: LibraryRules = {
  ...extension('flask_sqlalchemy.SQLAlchemy', connectEngines),
  ...extension('flask_mongoengine.MongoEngine', connectMongoengine),
  ...extension('flask_pymongo.PyMongo', connectPymongo),
  ...extension('playhouse.flask_utils.FlaskDB', connectPeewee),
  ...extension('flask_redis.FlaskRedis', connectRedis),
};

function extension(maker: string, connect: Connect): LibraryRules {
  const initialise = (call: LibraryCall): void => {
    const settings = settingsOf(argument(call, 0, 'app'));
    if (settings) connect(call, settings);
  };
  return {
    [maker]: (call) => {
      initialise(call);
      return call.make(maker, call.args);
    },
    [`${maker}().init_app`]: (call) => {
      initialise(call);
      return nothing;
    },
  };
}

/** Stands for each engine that the extension makes; its alias is the key of the bind. */
export const engineMaker = 'flask_sqlalchemy.engine';

/** Flask-SQLAlchemy 3.1 `extension.py`: one engine for the URI and one for each bind. */
function connectEngines(call: LibraryCall, settings: ReadonlyMap<string, Value>): void {
  const binds = settings.get('SQLALCHEMY_BINDS');
  connectEngine(call, settings.get('SQLALCHEMY_DATABASE_URI'));
  if (binds?.kind !== 'map') connectEngine(call, binds);
  else for (const [key, bind] of binds.entries) connectEngine(call, bind, key);
}

function connectEngine(call: LibraryCall, bind: Value | undefined, alias?: string): void {
  const url = bind?.kind === 'map' ? bind.entries.get('url') : bind;
  if (url) call.make(engineMaker, { positional: [url], named: new Map() }, alias);
}

/** flask-mongoengine 1.0 `connection.py`: MONGODB_SETTINGS, one or a list, else MONGODB_HOST and its kin. */
function connectMongoengine(call: LibraryCall, settings: ReadonlyMap<string, Value>): void {
  const given = settings.get('MONGODB_SETTINGS');
  const connections = given?.kind === 'list' ? given.items : [given];
  for (const connection of connections) {
    const entries = connection?.kind === 'map' ? connection.entries : settings;
    const named = [...entries].flatMap(([name, value]) => {
      const key = name.toLowerCase().replace(/^mongodb_/, '');
      return known.has(key) ? [[key, value] as const] : [];
    });
    call.make('mongoengine.connect', byName(new Map(named)));
  }
}

const known = new Set(['db', 'name', 'host', 'port', 'username', 'alias']);

/** Flask-PyMongo 3 `__init__.py`: an own URI wins over MONGO_URI. */
function connectPymongo(call: LibraryCall, settings: ReadonlyMap<string, Value>): void {
  const url = argument(call, 1, 'uri') ?? settings.get('MONGO_URI');
  if (url) call.make('pymongo.MongoClient', { positional: [url], named: new Map() });
}

function connectPeewee(call: LibraryCall, settings: ReadonlyMap<string, Value>): void {
  const url = settings.get('DATABASE') ?? settings.get('DATABASE_URL');
  if (url && url.kind !== 'made')
    call.make('playhouse.db_url.connect', { positional: [url], named: new Map() });
}

function connectRedis(call: LibraryCall, settings: ReadonlyMap<string, Value>): void {
  const url = settings.get('REDIS_URL');
  if (url) call.make('redis.from_url', { positional: [url], named: new Map() });
}
