import { placeOf, type Place } from '../../src/core/stages/place';
import type { IdentityPart } from '../../src/core/stages/providers';
import type { Endpoint } from '../../src/core/targets/target';
import type { Outcome, Suite } from './suite';

interface Row {
  readonly id: string;
  readonly provider: string;
  readonly endpoint: string;
  readonly host_regex: string;
  readonly example: string;
  readonly identity_needs: string;
}

/** The hosts that belong to nobody's service, and where the names lead. */
const ownPlaces: Readonly<Record<string, Place['kind']>> = {
  loopback: 'thisMachine',
  'docker alias': 'containerHost',
  'compose service': 'container',
  'kubernetes service': 'private',
  'private range': 'private',
  tailscale: 'private',
};

/** In what words the rows say what tells one database from another. */
const identities: Readonly<Record<string, readonly IdentityPart[]>> = {
  host: ['host'],
  'host+db': ['host', 'database'],
  'host+port': ['host', 'port'],
  'none from host': [],
  user: ['user'],
  'user+db': ['user', 'database'],
  'api key': ['key'],
  'host, or db/options on free-tier hosts': ['host', 'database'],
};

export const managedHosts: Suite = {
  file: 'managed_hosts.jsonl',
  run: (rows) => (rows as readonly Row[]).map(judge),
};

function judge(row: Row): Outcome {
  const place = placeOf(endpointOf(row.example));
  const detail = failureOf(row, place);
  return detail === undefined
    ? { id: row.id, kind: 'passed' }
    : { id: row.id, kind: 'failed', detail: `${row.example}: ${detail}` };
}

function endpointOf(host: string): Endpoint {
  return host.startsWith('/') ? { kind: 'socket', path: host } : { kind: 'tcp', host, port: 5432 };
}

function failureOf(row: Row, place: Place): string | undefined {
  const own = ownPlaces[row.provider];
  if (own) return place.kind === own ? undefined : `is ${place.kind}, not ${own}`;
  if (place.kind !== 'managed') return `is ${place.kind}, not managed`;
  const brand = row.provider.split(' ').find((word) => !['AWS', 'GCP'].includes(word))!;
  if (!`${place.provider.name} `.includes(brand)) return `is taken for ${place.provider.name}`;
  const expected = identities[row.identity_needs];
  if (String(place.provider.identifiedBy) !== String(expected))
    return `is identified by ${place.provider.identifiedBy.join(' and ')}`;
  const lookAlike = placeOf(endpointOf(`${row.example}.example.com`));
  return row.example.startsWith('/') || lookAlike.kind !== 'managed'
    ? undefined
    : 'a look-alike under another domain counts as managed, too';
}
