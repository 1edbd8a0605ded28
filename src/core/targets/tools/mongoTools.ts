import { parseMongodbUrl } from '../grammars/mongodb';
import type { Parsed } from '../grammar';
import { isGiven, lastValue, readOptions, type OptionShape } from './toolOptions';

export const mongoToolShape: OptionShape = {
  valued: [
    'uri',
    'host',
    'port',
    'db',
    'collection',
    'username',
    'password',
    'config',
    'authenticationDatabase',
    'authenticationMechanism',
    'awsSessionToken',
    'sslCAFile',
    'sslPEMKeyFile',
    'sslPEMKeyPassword',
    'sslCRLFile',
    'gssapiServiceName',
    'gssapiHostName',
    'query',
    'queryFile',
    'readPreference',
    'out',
    'numParallelCollections',
    'excludeCollection',
    'excludeCollectionsWithPrefix',
    'dir',
    'nsExclude',
    'nsInclude',
    'nsFrom',
    'nsTo',
    'oplogLimit',
    'oplogFile',
    'writeConcern',
    'numInsertionWorkersPerCollection',
    'type',
    'fields',
    'fieldFile',
    'sort',
    'skip',
    'limit',
    'jsonFormat',
    'file',
    'mode',
    'upsertFields',
    'columnsHaveTypes',
    'prefix',
    'local',
  ],
  aliases: {
    h: 'host',
    d: 'db',
    c: 'collection',
    u: 'username',
    p: 'password',
    q: 'query',
    o: 'out',
    f: 'fields',
    j: 'numParallelCollections',
  },
  bundles: true,
};

/**
 * Where `mongodump`, `mongorestore`, `mongoexport`, `mongoimport` and their kin would connect. Without `--db` they work
 * on every database, so the target names none.
 *
 * @param argv with the program's name first
 */
export function mongoToolTarget(argv: readonly string[]): Parsed | undefined {
  const given = readOptions(argv.slice(1), mongoToolShape);
  if (['help', 'version'].some((name) => isGiven(given, name))) return undefined;
  if (isGiven(given, 'config')) return unresolved('Its --config file may name the server');
  const host = lastValue(given, 'host');
  const isUrl = (text = ''): boolean => /^mongodb(?:\+srv)?:\/\//.test(text);
  const url =
    lastValue(given, 'uri') ?? given.words.find(isUrl) ?? (isUrl(host) ? host : undefined);
  const parsed = parseMongodbUrl(url ?? urlOfHosts(host, lastValue(given, 'port')));
  if (parsed.kind === 'invalid') return parsed;
  const { database: named, ...connection } = parsed.connection;
  const database = lastValue(given, 'db') ?? (url && hasDatabase(url) ? named : undefined);
  const user = lastValue(given, 'username') ?? connection.user;
  return { kind: 'connection', connection: { ...connection, database, user } };
}

/** `[set/]host[:port],…`, on this machine where there is none. `--port` is for hosts without their own. */
function urlOfHosts(host = 'localhost', port = '27017'): string {
  const hosts = host.slice(host.indexOf('/') + 1).split(',');
  return `mongodb://${hosts.map((name) => (/:\d+$/.test(name) ? name : `${name}:${port}`)).join(',')}`;
}

function hasDatabase(url: string): boolean {
  return /^[^/]+:\/\/[^/?]*\/[^?]/.test(url);
}

function unresolved(why: string): Parsed {
  return {
    kind: 'connection',
    connection: { system: 'mongodb', endpoints: [], unresolved: `${why}.` },
  };
}
