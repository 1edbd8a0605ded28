import type { EffectiveSetting } from '../environment/environment';
import type { ClientContext, Parsed } from './grammar';
import { fileParts } from './grammars/sqlite';
import { defaultPorts, systemOfGroup, type GroupField } from './groupNames';
import { readHostList } from './hostList';
import { completeConnection } from './libpq/complete';
import { safeConnection } from './safeConnection';
import type { SettingGroup } from './settingGroups';
import type { ConnectionParts, DatabaseSystem, Endpoint } from './target';

/** The setting that decides where a group leads, and the place. */
export interface GroupReading {
  readonly decides: EffectiveSetting;
  readonly parsed: Parsed;
}

/** `undefined` where a group names no place that any client would connect to. */
export function readGroup(group: SettingGroup, context: ClientContext): GroupReading | undefined {
  const { fields } = group;
  const value = (field: GroupField): string | undefined => fields[field]?.setting.value;
  const system = systemOf(group, value);
  const decides = fields.host ?? fields.socket ?? fields.database;
  // A host that is a whole connection string is read as one.
  if (!decides || value('host')?.includes('://')) return undefined;
  if (system === 'unknown' && !value('host')) return undefined;
  const parsed = readPlace(system, value, context);
  return { decides, parsed: withOrigins(parsed, group, decides) };
}

function systemOf(
  { system }: SettingGroup,
  value: (field: GroupField) => string | undefined,
): DatabaseSystem {
  return system ?? systemOfGroup(value('system'), value('port') ?? portIn(value('host')));
}

function portIn(host: string | undefined): string | undefined {
  return /^[^:]+:(\d+)$/.exec(host ?? '')?.[1];
}

/** Docker's links and Kubernetes put a whole address into a variable of this name. */
const containerLink = /^tcp:\/\/.*:/;

function readPlace(
  system: DatabaseSystem,
  value: (field: GroupField) => string | undefined,
  context: ClientContext,
): Parsed {
  const [database, user] = [value('database'), value('user')];
  if (system === 'sqlite') return safeConnection(fileParts(database ?? value('host') ?? ''));
  const [, host = value('host'), inHost] = /^([^:/]+):(\d+)$/.exec(value('host') ?? '') ?? [];
  const port = value('port')?.replace(containerLink, '') ?? inHost;
  const place = value('socket') ?? host;
  if (system === 'postgresql') {
    const fields = Object.entries({ host: place, port, dbname: database, user });
    return completeConnection(
      new Map(fields.flatMap(([name, own]) => (own ? [[name, own] as const] : []))),
      context,
    );
  }
  const endpoints = readEndpoints(place ?? 'localhost', port ?? '', defaultPorts[system] ?? 0);
  return endpoints
    ? safeConnection({
        system,
        endpoints,
        ...(database && system !== 'redis' ? { database } : {}),
        ...(user ? { user } : {}),
      })
    : { kind: 'invalid', system, reason: 'The port is not a number between 1 and 65535.' };
}

function readEndpoints(
  place: string,
  port: string,
  defaultPort: number,
): readonly Endpoint[] | undefined {
  if (place.startsWith('/')) return [{ kind: 'socket', path: place }];
  if (port !== '' && !/^\d{1,5}$/.test(port)) return undefined;
  const number = Number(port || defaultPort);
  // Port 0 says that neither a setting nor a known client names one.
  if (number === 0 || (place.match(/:/g) ?? []).length > 1)
    return [{ kind: 'tcp', host: place.replace(/^\[|\]$/g, ''), port: number }];
  return readHostList(place, number);
}

function withOrigins(parsed: Parsed, { fields }: SettingGroup, decides: EffectiveSetting): Parsed {
  if (parsed.kind === 'invalid') return parsed;
  const own = (['port', 'database', 'user', 'system'] as const)
    .flatMap((field) => fields[field] ?? [])
    .filter((found) => found !== decides)
    .map(({ setting }) => setting.origin);
  const also = [...own, ...(parsed.connection.also ?? [])];
  const connection: ConnectionParts = {
    ...parsed.connection,
    ...(also.length > 0 ? { also } : {}),
  };
  return { kind: 'connection', connection };
}
