import type { Origin } from '../../environment/setting';
import type { ClientContext } from '../grammar';
import { keywords, refuse } from './keywords';

/** A section of a service file: each keyword with its value and the place where it stands. */
export type Service =
  | {
      readonly kind: 'service';
      readonly values: ReadonlyMap<string, { readonly value: string; readonly origin: Origin }>;
    }
  | { readonly kind: 'invalid'; readonly reason: string };

/** The system's folder is compiled into libpq: these are Debian's, Red Hat's and the one of a build from source. */
const systemFolders = [
  '/etc/postgresql-common',
  '/etc/sysconfig/pgsql',
  '/usr/local/pgsql/etc',
] as const;

/** Where libpq looks for services, in its order. */
export function serviceFilePaths({
  find,
  home,
}: Pick<ClientContext, 'find' | 'home'>): readonly string[] {
  const own = find('PGSERVICEFILE')?.setting.value ?? `${home}/.pg_service.conf`;
  const folder = find('PGSYSCONFDIR')?.setting.value;
  const folders = folder === undefined ? systemFolders : [folder];
  return [own, ...folders.map((path) => `${path}/pg_service.conf`)];
}

export function findService(name: string, context: ClientContext): Service {
  for (const file of serviceFilePaths(context)) {
    const text = context.readFile(file);
    const service = text === undefined ? undefined : readSection(text, name, file);
    if (service) return service;
    if (text === undefined && file === context.find('PGSERVICEFILE')?.setting.value)
      return refuse('The service file that PGSERVICEFILE names cannot be read.');
  }
  return refuse('The service is not defined in any service file.');
}

function readSection(text: string, name: string, file: string): Service | undefined {
  const values = new Map<string, { value: string; origin: Origin }>();
  let found = false;
  for (const [index, untrimmed] of text.split('\n').entries()) {
    const line = untrimmed.trim();
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[')) {
      if (found) break;
      found = line.startsWith(`[${name}]`);
    } else if (found) {
      const equals = line.indexOf('=');
      const keyword = line.slice(0, Math.max(0, equals));
      if (!keywords.has(keyword) || keyword === 'service')
        return refuse(`Line ${index + 1} of the service file is not a setting that libpq knows.`);
      const origin = { kind: 'file', name, file, line: index + 1 } as const;
      if (!values.has(keyword)) values.set(keyword, { value: line.slice(equals + 1), origin });
    }
  }
  return found ? { kind: 'service', values } : undefined;
}
