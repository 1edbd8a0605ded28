import { CommaAndColonSeparatedRecord, type ConnectionString } from 'mongodb-connection-string-url';

/** The options of a connection string, by name in any case. */
interface Options {
  readonly isSrv: boolean;
  readonly hosts: number;
  readonly user: string;
  readonly password: string;
  get(name: string): string | undefined;
  all(name: string): readonly string[];
  isOn(name: string): boolean;
  /** One of `authMechanismProperties`. */
  property(name: string): string | undefined;
}

interface Refusal {
  readonly why: string;
  applies(options: Options): boolean;
}

const proxyOptions = ['proxyHost', 'proxyPort', 'proxyUsername', 'proxyPassword'];
const weakTls = [
  'tlsInsecure',
  'tlsAllowInvalidCertificates',
  'tlsDisableCertificateRevocationCheck',
  'tlsDisableOCSPEndpointCheck',
];
const needUser = ['GSSAPI', 'PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256'];
const needExternal = ['GSSAPI', 'MONGODB-X509'];

/**
 * What every driver refuses by the specification. Values of single options that drivers only warn about are let
 * pass: they do not change where the string leads.
 */
const refusals: readonly Refusal[] = [
  {
    why: 'authSource is empty',
    applies: (options) => options.get('authSource') === '',
  },
  {
    why: 'directConnection goes with one host only, and not with mongodb+srv',
    applies: (options) => options.isOn('directConnection') && (options.isSrv || options.hosts > 1),
  },
  {
    why: 'loadBalanced goes with one host only, without replicaSet, directConnection and srvMaxHosts',
    applies: (options) =>
      options.isOn('loadBalanced') &&
      (options.hosts > 1 ||
        options.get('replicaSet') !== undefined ||
        options.isOn('directConnection') ||
        isPositive(options.get('srvMaxHosts'))),
  },
  {
    why: 'srvMaxHosts goes without replicaSet',
    applies: (options) =>
      options.isSrv &&
      options.get('replicaSet') !== undefined &&
      isPositive(options.get('srvMaxHosts')),
  },
  {
    why: 'srvServiceName and srvMaxHosts go with mongodb+srv only',
    applies: (options) =>
      !options.isSrv &&
      ['srvServiceName', 'srvMaxHosts'].some((name) => options.get(name) !== undefined),
  },
  {
    why: 'a proxy takes a host, a user together with a password, and each once',
    applies: (options) =>
      proxyOptions.some((name) => options.all(name).length > 1) ||
      (options.get('proxyHost') === undefined &&
        proxyOptions.some((name) => options.get(name) !== undefined)) ||
      (options.get('proxyUsername') === undefined) !== (options.get('proxyPassword') === undefined),
  },
  {
    why: 'tls and ssl differ',
    applies: (options) => new Set([...options.all('tls'), ...options.all('ssl')]).size > 1,
  },
  {
    why: 'it relaxes TLS in two ways at once',
    applies: (options) =>
      weakTls.filter((name) => options.get(name) !== undefined).length > 1 ||
      ['tlsInsecure', 'tlsAllowInvalidHostnames'].every((name) => options.get(name) !== undefined),
  },
  {
    why: 'its authentication needs a user',
    applies: (options) => needUser.includes(mechanismOf(options)) && options.user === '',
  },
  {
    why: 'its authentication takes no authSource but $external',
    applies: (options) =>
      needExternal.includes(mechanismOf(options)) &&
      (options.get('authSource') ?? '$external') !== '$external',
  },
  {
    why: 'its certificate goes without a password',
    applies: (options) => mechanismOf(options) === 'MONGODB-X509' && options.password !== '',
  },
  {
    why: 'CANONICALIZE_HOST_NAME has an unknown value',
    applies: (options) =>
      mechanismOf(options) === 'GSSAPI' &&
      !/^(?:true|false|none|forward|forwardAndReverse)$/.test(
        options.property('CANONICALIZE_HOST_NAME') ?? 'none',
      ),
  },
  {
    why: 'AWS keys go in pairs',
    applies: (options) =>
      mechanismOf(options) === 'MONGODB-AWS' &&
      ((options.user === '') !== (options.password === '') ||
        (options.user === '' && options.property('AWS_SESSION_TOKEN') !== undefined)),
  },
  { why: 'its OIDC settings do not go together', applies: refusesOidc },
];

/** Why drivers refuse the options of a string, as the end of a sentence. */
export function findRefusal(url: ConnectionString): string | undefined {
  const pairs = url.search.slice(1).split('&').filter(Boolean);
  if (pairs.some((pair) => !pair.includes('='))) return 'one of its options has no value';
  const options = optionsOf(url);
  return refusals.find((refusal) => refusal.applies(options))?.why;
}

function optionsOf(url: ConnectionString): Options {
  const get = (name: string): string | undefined => url.searchParams.get(name) ?? undefined;
  const properties = new CommaAndColonSeparatedRecord(get('authMechanismProperties'));
  return {
    isSrv: url.isSRV,
    hosts: url.hosts.length,
    user: url.username,
    password: url.password,
    get,
    all: (name) => url.searchParams.getAll(name),
    isOn: (name) => get(name) === 'true',
    property: (name) => (properties as unknown as Map<string, string>).get(name),
  };
}

function refusesOidc(options: Options): boolean {
  if (mechanismOf(options) !== 'MONGODB-OIDC') return false;
  const where = options.property('ENVIRONMENT') ?? '';
  const isCloud = where === 'azure' || where === 'gcp';
  return (
    !['test', 'azure', 'gcp', 'k8s'].includes(where) ||
    (options.user !== '' && (where !== 'azure' || options.password !== '')) ||
    (isCloud && options.property('TOKEN_RESOURCE') === undefined)
  );
}

function mechanismOf(options: Options): string {
  return (options.get('authMechanism') ?? '').toUpperCase();
}

function isPositive(text: string | undefined): boolean {
  return Number(text) > 0;
}
