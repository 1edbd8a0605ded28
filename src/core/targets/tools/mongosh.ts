import { parseMongodbUrl } from '../grammars/mongodb';
import type { Parsed } from '../grammar';
import { isGiven, lastValue, readOptions, type OptionShape } from './toolOptions';

export const mongoshShape: OptionShape = {
  valued: [
    'host',
    'port',
    'username',
    'password',
    'authenticationDatabase',
    'authenticationMechanism',
    'awsAccessKeyId',
    'awsIamSessionToken',
    'awsSecretAccessKey',
    'awsSessionToken',
    'apiVersion',
    'browser',
    'cryptSharedLibPath',
    'csfleLibraryPath',
    'deepInspect',
    'eval',
    'file',
    'gssapiHostName',
    'gssapiServiceName',
    'jsContext',
    'keyVaultNamespace',
    'kmsURL',
    'locale',
    'oidcFlows',
    'oidcRedirectUri',
    'sspiHostnameCanonicalization',
    'sspiRealmOverride',
    'sslCAFile',
    'sslCertificateSelector',
    'sslCRLFile',
    'sslDisabledProtocols',
    'sslPEMKeyFile',
    'sslPEMKeyPassword',
    'tlsCAFile',
    'tlsCertificateKeyFile',
    'tlsCertificateKeyFilePassword',
    'tlsCertificateSelector',
    'tlsCRLFile',
    'tlsDisabledProtocols',
  ],
  aliases: { u: 'username', p: 'password', f: 'file', h: 'help' },
};

export interface MongoshAddress {
  /** The word on the command line that says where to connect. */
  readonly connectionSpecifier?: string;
  readonly host?: string;
  readonly port?: string;
}

/**
 * Where `mongosh` (and the older `mongo`) would connect; `undefined` where it connects to nothing. No variable of the
 * environment has a say.
 *
 * @param argv with the program's name first
 */
export function mongoshTarget(argv: readonly string[]): Parsed | undefined {
  const given = readOptions(argv.slice(1), mongoshShape);
  if (['nodb', 'help', 'version', 'buildInfo'].some((name) => isGiven(given, name)))
    return undefined;
  const [first] = given.words;
  const isScript =
    first !== undefined && !/^mongodb/.test(first) && /\.(?:js|mongodb)$/.test(first);
  const parsed = readMongoshAddress({
    connectionSpecifier: isScript ? undefined : first,
    host: lastValue(given, 'host'),
    port: lastValue(given, 'port'),
  });
  const user = lastValue(given, 'username');
  return parsed.kind === 'connection' && user !== undefined
    ? { kind: 'connection', connection: { ...parsed.connection, user } }
    : parsed;
}

/** A bare word is a database on this machine; a word with a dot, a port or a slash names the host. */
export function readMongoshAddress(address: MongoshAddress): Parsed {
  const { connectionSpecifier = '', host, port } = address;
  const isUrl = /^mongodb(?:\+srv)?:\/\//.test(connectionSpecifier);
  const list = host === undefined ? undefined : readHostList(host, port);
  if (list !== undefined) return connect(list, connectionSpecifier);
  if (isUrl) return host || port ? conflict : parseMongodbUrl(connectionSpecifier);
  const named = /^([a-z\d][\w.-]+)(?::(\d+))?(?:\/(\S*))?$/i.exec(connectionSpecifier);
  if (!named && /[/\\. "$]/.test(connectionSpecifier))
    return refused('the address is neither a host nor a name of a database');
  const [, name = '', namedPort, database] = named ?? [];
  const isHost = namedPort !== undefined || Boolean(database) || name.includes('.');
  if (!isHost) return connectByOptions(host, port, connectionSpecifier);
  if (host || port) return conflict;
  return connect(`${name}:${namedPort ?? 27017}`, database ?? '');
}

function connectByOptions(host = '127.0.0.1', port: string | undefined, database: string): Parsed {
  if (/[^\w.:[\]-]/.test(host)) return refused('--host holds a character that no host has');
  const [name, ownPort] = host.split(':');
  if (ownPort !== undefined && port !== undefined && ownPort !== port)
    return refused('--host and --port name different ports');
  return connect(`${name}:${ownPort ?? port ?? 27017}`, database);
}

/** `rs0/a,b:27018` or `a,b`; `undefined` for a single host. */
function readHostList(host: string, port: string | undefined): string | undefined {
  const [, replicaSet, names = ''] = /^(?:([^/]*)\/)?([^/]*)$/.exec(host) ?? [];
  const hosts = names.split(',').filter(Boolean);
  if (hosts.some((name) => !/^(?:[\w.-]+|\[[\da-f:]+\])(?::\d+)?$/i.test(name))) return undefined;
  if (replicaSet === undefined && hosts.length < 2) return undefined;
  return hosts.map((name) => (/:\d+$/.test(name) || !port ? name : `${name}:${port}`)).join(',');
}

function connect(hosts: string, database: string): Parsed {
  return parseMongodbUrl(`mongodb://${hosts}/${encodeURIComponent(database)}`);
}

function refused(why: string): Parsed {
  return { kind: 'invalid', system: 'mongodb', reason: `mongosh refuses the command: ${why}.` };
}

const conflict = refused('a full address goes without --host and --port');
