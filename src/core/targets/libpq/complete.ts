import type { Origin } from '../../environment/setting';
import type { ClientContext, Parsed } from '../grammar';
import { safeConnection } from '../safeConnection';
import { readEndpoints } from './endpoints';
import type { Parameters } from './keywords';
import { findService, type Service } from './serviceFile';

const variables = {
  host: 'PGHOST',
  hostaddr: 'PGHOSTADDR',
  port: 'PGPORT',
  dbname: 'PGDATABASE',
  user: 'PGUSER',
} as const;

type Field = keyof typeof variables;

interface Filled {
  readonly value: string;
  /** `undefined` for a value that the caller gave. */
  readonly origin?: Origin;
}

/** What libpq makes of explicit parameters: a service, then the environment fill each one that is missing. */
export function completeConnection(explicit: Parameters, context: ClientContext): Parsed {
  const service = serviceOf(explicit, context);
  if (service?.kind === 'invalid') return { ...service, system: 'postgresql' };
  const fill = (field: Field): Filled | undefined => {
    const value = explicit.get(field);
    if (value !== undefined) return { value };
    return service?.values.get(field) ?? fromEnvironment(variables[field], context);
  };
  const [host, hostaddr, port] = [fill('host'), fill('hostaddr'), fill('port')];
  const user = fill('user');
  const database = [fill('dbname'), user].find((field) => field?.value);
  const places = readEndpoints(host?.value ?? '', hostaddr?.value ?? '', port?.value ?? '');
  if (places.kind === 'invalid') return { ...places, system: 'postgresql' };
  const also = [hostaddr, hostaddr?.value ? undefined : host, port, database, user].flatMap(
    (field) => (field?.value && field.origin ? [field.origin] : []),
  );
  return safeConnection({
    system: 'postgresql',
    endpoints: places.endpoints,
    ...(database ? { database: database.value } : {}),
    ...(user?.value ? { user: user.value } : {}),
    ...(also.length > 0 ? { also: unique(also) } : {}),
  });
}

function serviceOf(explicit: Parameters, context: ClientContext): Service | undefined {
  const name = explicit.get('service') ?? context.find('PGSERVICE')?.setting.value;
  return name === undefined ? undefined : findService(name, context);
}

function fromEnvironment(name: string, context: ClientContext): Filled | undefined {
  const setting = context.find(name)?.setting;
  return setting && { value: setting.value, origin: setting.origin };
}

function unique(origins: readonly Origin[]): Origin[] {
  return [...new Map(origins.map((origin) => [JSON.stringify(origin), origin])).values()];
}
