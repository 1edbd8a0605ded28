import { ConnectionUrl } from '../../src/core/targets/connectionUrl';
import { mongodb } from '../../src/core/targets/grammars/mongodb';
import type { ConnectionParts, Endpoint } from '../../src/core/targets/target';
import { noContext } from './noContext';
import type { Outcome, Suite } from './suite';

interface Host {
  readonly host?: string;
  readonly port?: number | null;
  readonly srv?: string;
  readonly socket?: string;
}

interface Driver {
  readonly hosts?: readonly Host[];
  readonly db?: string;
  readonly error?: string;
}

interface Row {
  readonly id: string;
  readonly uri: string;
  /** `null` where the specification leaves it to the driver. */
  readonly valid: boolean | null;
  readonly hosts: readonly Host[] | null;
  readonly db: string | null;
  readonly username?: string | null;
  readonly node_driver_7_8_0?: Driver;
}

/**
 * Follows the specification, and the hosts and the database that the driver was seen to use. Where the driver refuses
 * an option that the specification only warns about, the specification counts: the place is the same.
 */
export const mongodbUri: Suite = {
  file: 'mongodb_uri.jsonl',
  run: (rows) => (rows as readonly Row[]).map(judge),
};

const notFollowed: Readonly<Record<string, string>> = {
  g046: 'PyMongo and older drivers take AWS keys from the string, and where it leads stays the same',
};

function judge(row: Row): Outcome {
  const { id } = row;
  const detail = failureOf(row);
  if (detail === undefined) return { id, kind: 'passed' };
  const reason = notFollowed[id];
  return reason === undefined
    ? { id, kind: 'failed', detail: `${row.uri}: ${detail}` }
    : { id, kind: 'notFollowed', reason };
}

function failureOf(row: Row): string | undefined {
  const driver = row.node_driver_7_8_0;
  const url = new ConnectionUrl(row.uri);
  const parsed = mongodb.accepts(row.uri) ? mongodb.parse(url, noContext) : undefined;
  const isValid = row.valid ?? driver?.error === undefined;
  if (!isValid) return parsed?.kind === 'connection' ? 'is taken' : undefined;
  if (parsed?.kind !== 'connection') return parsed?.reason ?? 'is not accepted';
  return (
    difference(
      parsed.connection,
      row.hosts ?? [],
      row.db ?? undefined,
      row.username ?? undefined,
    ) ?? difference(parsed.connection, driver?.hosts ?? [], driver?.db)
  );
}

function difference(
  { endpoints, database, user }: ConnectionParts,
  hosts: readonly Host[],
  expectedDatabase?: string,
  expectedUser?: string,
): string | undefined {
  if (hosts.length > 0 && !isSame(endpoints, hosts)) return `leads to ${JSON.stringify(endpoints)}`;
  if (expectedDatabase !== undefined && database !== expectedDatabase)
    return `uses the database ${database}`;
  return expectedUser !== undefined && user !== expectedUser ? `logs in as ${user}` : undefined;
}

function isSame(endpoints: readonly Endpoint[], hosts: readonly Host[]): boolean {
  return (
    endpoints.length === hosts.length && endpoints.every((own, index) => fits(own, hosts[index]!))
  );
}

function fits(endpoint: Endpoint, { host, port, srv, socket }: Host): boolean {
  switch (endpoint.kind) {
    case 'tcp':
      return endpoint.host === host?.toLowerCase() && (port ?? endpoint.port) === endpoint.port;
    case 'srv':
      return endpoint.host === (srv ?? host);
    case 'socket':
      return endpoint.path === (socket ?? host);
    case 'file':
    case 'memory':
      return false;
  }
}
