import { lastValue, readOptions, type GivenOptions } from '../../targets/tools/toolOptions';
import { farName, localTcp, portOfText } from '../ends';
import type { Endpoint } from '../../targets/target';
import type { Forward, LocalEnd } from '../listener';
import type { TunnelKind } from '../tunnelKind';

const shape = {
  valued: [
    'port',
    'address',
    'unix-socket',
    'credentials-file',
    'json-credentials',
    'token',
  ].concat(
    ['login-token', 'config-file', 'instances', 'dir', 'max-connections', 'http-port'],
    ['http-address', 'admin-port', 'quota-project', 'impersonate-service-account', 'fuse'],
    [
      'fuse-tmp-dir',
      'sqladmin-api-endpoint',
      'telemetry-project',
      'credential_file',
      'ip_address_types',
    ],
  ),
  aliases: { p: 'port', a: 'address', u: 'unix-socket', c: 'credentials-file', t: 'token' },
} as const;

export const cloudSqlProxy: TunnelKind = {
  id: 'cloud-sql-proxy',
  programs: ['cloud-sql-proxy', 'cloud_sql_proxy', 'alloydb-auth-proxy'],
  read({ program, args }) {
    const given = readOptions(args, shape);
    const listed = lastValue(given, 'instances')?.split(',') ?? [];
    const forwards = [...listed.map((text) => oldForward(text, given)), ...newForwards(given)];
    return { kind: 'tunnel', tool: 'cloud-sql-proxy', via: program, forwards };
  },
};

/** Version 1: `project:region:name=tcp:address:port`. */
function oldForward(text: string, given: GivenOptions): Forward {
  const [instance = '', place = ''] = text.split('=');
  const far = farOf(instance);
  const [kind, ...address] = place.split(':');
  const port = portOfText(address.pop());
  if (kind === 'tcp') return { local: localTcp(port, address[0]), far };
  const folder = lastValue(given, 'dir') ?? '/cloudsql';
  return { local: { kind: 'socket', path: `${folder}/${instance}` }, far };
}

/** Version 2: an instance a word, each with its own query. Those without a port count up from the first. */
function newForwards(given: GivenOptions): Forward[] {
  let next = portOfText(lastValue(given, 'port'));
  return given.words.map((word) => {
    const [instance = '', query] = word.split('?');
    const own = new URLSearchParams(query);
    const folder = own.get('unix-socket') ?? lastValue(given, 'unix-socket');
    const far = farOf(instance);
    if (folder) return { local: { kind: 'socket', path: `${folder}/${instance}` }, far };
    const port = portOfText(own.get('port') ?? undefined) ?? next;
    if (!own.has('port') && next !== undefined) next += 1;
    const local: LocalEnd = localTcp(port, own.get('address') ?? lastValue(given, 'address'));
    return { local, far };
  });
}

/** The same name as that of a client that dials the instance's socket, so that both are one database. */
function farOf(instance: string): Endpoint {
  const alloy =
    /^projects\/([^/]+)\/locations\/([^/]+)\/clusters\/([^/]+)\/instances\/([^/]+)$/.exec(instance);
  return alloy ? farName(alloy.slice(1)) : { kind: 'socket', path: `/cloudsql/${instance}` };
}
