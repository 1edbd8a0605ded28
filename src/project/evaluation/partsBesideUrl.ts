import type { ConnectionParts, Endpoint } from '../../core/targets/target';
import { scalar } from '../../syntax/evaluation/value';
import type { CallContext, CallParts, ClientCall } from './clientCall';
import { endpointsOf, partText } from './partEndpoints';

/** What stands beside a connection string wins over it, or fills its gaps, or counts for nothing: clients differ. */
export function withPartsBeside(
  call: ClientCall,
  url: string,
  read: ConnectionParts,
  parts: CallParts,
  context: CallContext,
): ConnectionParts {
  if (call.isUrlAlone || read.unresolved !== undefined) return read;
  const database = partText(parts.database);
  const user = partText(parts.user);
  const isTaken = database !== undefined && (wins(call, 'database') || !read.database);
  const isMoved = wins(call, 'host') && partText(parts.host) !== undefined;
  return {
    ...read,
    endpoints: isMoved
      ? movedEndpoints(call, read, parts, context)
      : withOwnPort(call, url, read.endpoints, Number(partText(parts.port)) || undefined),
    ...(isTaken ? { database } : {}),
    ...(user !== undefined ? { user } : {}),
  };
}

function wins(
  { beatsUrl = [] }: ClientCall,
  part: NonNullable<ClientCall['beatsUrl']>[number],
): boolean {
  return beatsUrl.includes(part);
}

/** Another host, with the port of the connection string unless that is given, too. */
function movedEndpoints(
  call: ClientCall,
  { endpoints: [first] }: ConnectionParts,
  { host, port }: CallParts,
  context: CallContext,
): Endpoint[] {
  const kept = wins(call, 'port') && first?.kind === 'tcp' ? scalar(first.port) : undefined;
  return endpointsOf(call, { host, port: partText(port) === undefined ? kept : port }, context);
}

/** MongoDB's clients take a port beside the connection string for each of its hosts that has none. */
function withOwnPort(
  call: ClientCall,
  url: string,
  endpoints: readonly Endpoint[],
  port: number | undefined,
): readonly Endpoint[] {
  if (port === undefined) return endpoints;
  const isMoved = (host: string): boolean =>
    wins(call, 'port') || (call.system === 'mongodb' && !url.includes(`${host}:`));
  return endpoints.map((endpoint) =>
    endpoint.kind === 'tcp' && isMoved(endpoint.host) ? { ...endpoint, port } : endpoint,
  );
}
