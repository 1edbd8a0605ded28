import { join } from 'node:path';
import {
  overridden,
  type EffectiveSetting,
  type Environment,
} from '../../core/environment/environment';
import type { Origin } from '../../core/environment/setting';
import { splitAuthority } from '../../core/targets/authority';
import type { Parsed } from '../../core/targets/grammar';
import { readQuery, unquote } from '../../core/targets/pythonUrl';
import { safeConnection } from '../../core/targets/safeConnection';
import type { DatabaseSystem, Endpoint, Target } from '../../core/targets/target';
import type { Files } from '../files';
import { memberOf, readReturnedArray, type PhpValue } from './phpArray';

const drivers: Readonly<Record<string, readonly [system: DatabaseSystem, port: number]>> = {
  mysql: ['mysql', 3306],
  mariadb: ['mysql', 3306],
  pgsql: ['postgresql', 5432],
  sqlsrv: ['sqlserver', 1433],
  sqlite: ['sqlite', 0],
};

/** The connection that `config/database.php` takes by default, filled in from the variables. */
export async function readLaravelTargets(
  files: Files,
  folder: string,
  environment: Environment,
): Promise<readonly Target[]> {
  const file = join(folder, 'config', 'database.php');
  const content = await files.read(file);
  if (content.kind !== 'text') return [];
  const config = readReturnedArray(content.text);
  const values = new ConfigValues(environment, folder);
  const name = values.text(memberOf(config, 'default'));
  const connection = memberOf(memberOf(config, 'connections'), name ?? '');
  if (connection?.kind !== 'array') return [];
  return [targetOf(connection, values, { kind: 'file', name: name ?? 'default', file })];
}

/** Reads values, and remembers the variables that they came from. */
class ConfigValues {
  readonly found: EffectiveSetting[] = [];
  hasUnknown = false;

  constructor(
    private readonly environment: Environment,
    private readonly folder: string,
  ) {}

  text(value: PhpValue | undefined): string | undefined {
    switch (value?.kind) {
      case 'text':
        return value.text;
      case 'call':
        return this.#call(value);
      case 'array':
        return this.text(value.entries.get('0'));
      case 'unknown':
        this.hasUnknown = true;
        return undefined;
      case 'null':
      case undefined:
        return undefined;
    }
  }

  #call({ name, args: [first, second] }: Extract<PhpValue, { kind: 'call' }>): string | undefined {
    const helper = name.replace(/^\\/, '');
    if (helper === 'env' && first?.kind === 'text') {
      const found = this.environment.find(first.text);
      if (found) this.found.push(found);
      return found ? found.setting.value : this.text(second);
    }
    const path = first && this.text(first);
    if (helper === 'database_path') return join(this.folder, 'database', path ?? '');
    if (helper === 'base_path') return join(this.folder, path ?? '');
    this.hasUnknown = true;
    return undefined;
  }
}

function targetOf(connection: PhpValue, values: ConfigValues, inFile: Origin): Target {
  const driver = values.text(memberOf(connection, 'driver')) ?? '';
  const [system, usualPort] = drivers[driver] ?? (['unknown', 0] as const);
  values.found.length = 0;
  const place = readPlace(connection, values);
  const decides = values.found[0];
  const parsed = safeConnection({
    system,
    endpoints: [endpointOf(system, place, usualPort)],
    ...(place.database && system !== 'sqlite' ? { database: place.database } : {}),
    ...(place.user ? { user: place.user } : {}),
  });
  const unresolved = values.hasUnknown ? unknownCode : reasonOf(parsed);
  return {
    ...(parsed.kind === 'connection' ? parsed.connection : { system, endpoints: [] }),
    ...(unresolved === undefined ? {} : { endpoints: [], unresolved }),
    origin: decides?.setting.origin ?? inFile,
    overrides: decides ? overridden(decides) : [],
    doubts: values.found.flatMap(({ doubts }) => doubts),
    also: [inFile],
    standby: false,
  };
}

const unknownCode =
  'config/database.php holds code that decides the database, and that is not run.';

function reasonOf(parsed: Parsed): string | undefined {
  return parsed.kind === 'invalid' ? parsed.reason : undefined;
}

interface PlaceParts {
  readonly host?: string;
  readonly port?: number;
  readonly database?: string;
  readonly user?: string;
  readonly socket?: string;
}

/** A URL wins over the keys beside it, and its query over the rest of it. The host of writes is the one that counts. */
function readPlace(connection: PhpValue, values: ConfigValues): PlaceParts {
  const text = (name: string): string | undefined => values.text(memberOf(connection, name));
  const url = text('url');
  const parts = url ? splitAuthority(url) : undefined;
  const query = readQuery(parts?.query ?? '');
  const [urlHost, urlPort] = parts?.hosts.split(':') ?? [];
  const own = memberOf(memberOf(connection, 'write'), 'host') ?? memberOf(connection, 'host');
  return {
    host: query.get('host') || urlHost || values.text(own),
    port: Number(query.get('port') || urlPort || text('port')) || undefined,
    database: unquote(parts?.path ?? '') || text('database'),
    user: parts?.user ?? text('username'),
    socket: text('unix_socket'),
  };
}

function endpointOf(system: DatabaseSystem, place: PlaceParts, usualPort: number): Endpoint {
  const { host = 'localhost', port = usualPort, database = '', socket } = place;
  if (system !== 'sqlite')
    return socket ? { kind: 'socket', path: socket } : { kind: 'tcp', host, port };
  return database === '' || database === ':memory:'
    ? { kind: 'memory' }
    : { kind: 'file', path: database };
}
