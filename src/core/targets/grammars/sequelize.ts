import { splitAuthority } from '../authority';
import { Gaps } from '../gaps';
import type { ClientContext, Grammar, Parsed } from '../grammar';
import { readHostList } from '../hostList';
import { readQuery } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import type { DatabaseSystem } from '../target';

interface SequelizeReader {
  readonly id: string;
  readonly title: string;
  /** Whether `?host=` wins over the authority. */
  readonly readsQuery: boolean;
  /** Whether a URL without a path is refused. */
  readonly needsPath: boolean;
}

const library: SequelizeReader = {
  id: 'sequelize',
  title: 'Sequelize 6',
  readsQuery: true,
  needsPath: false,
};
const commandLine: SequelizeReader = {
  id: 'sequelize-cli',
  title: 'Sequelize CLI 6',
  readsQuery: false,
  needsPath: true,
};

const schemes: Readonly<Record<string, readonly [DatabaseSystem, number]>> = {
  postgres: ['postgresql', 5432],
  postgresql: ['postgresql', 5432],
  mysql: ['mysql', 3306],
  mariadb: ['mysql', 3306],
  mssql: ['sqlserver', 1433],
};

/** Sequelize parses the URL itself. Of PostgreSQL's variables `pg` then takes those that it leaves out, but for the port. */
export const sequelize = grammarOf(library);
export const sequelizeCli = grammarOf(commandLine);

function grammarOf(reader: SequelizeReader): Grammar {
  return {
    id: reader.id,
    title: reader.title,
    accepts: (text) => schemeOf(text) !== undefined,
    parse: (url, context) => connect(url.reveal(), reader, context),
  };
}

function schemeOf(text: string): (typeof schemes)[string] | undefined {
  const scheme = /^(\w+):\/\//.exec(text)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(schemes, scheme) ? schemes[scheme] : undefined;
}

function connect(text: string, reader: SequelizeReader, { find }: ClientContext): Parsed {
  const [system, usualPort] = schemeOf(text) ?? ['unknown', 0];
  const parts = splitAuthority(text);
  const isRefused = !parts || (reader.needsPath && !/^[^:]+:\/\/[^/?#]*\//.test(text));
  const [, name = '', port] = /^(.*?)(?::(\d*))?$/.exec(parts?.hosts ?? '') ?? [];
  const asked = reader.readsQuery ? readQuery(parts?.query ?? '').get('host') : undefined;
  const gaps = new Gaps(system === 'postgresql' ? find : () => undefined);
  const host = gaps.fill(asked || name, 'PGHOST') ?? 'localhost';
  const user = gaps.fill(parts?.user, 'PGUSER', 'USER');
  const database = gaps.fill(parts?.path, 'PGDATABASE') ?? (system === 'postgresql' ? user : '');
  const endpoints = readHostList(host, Number(port || usualPort));
  if (isRefused || !endpoints)
    return {
      kind: 'invalid',
      system,
      reason: `The URL is not one that ${reader.title} can parse.`,
    };
  return safeConnection({
    system,
    endpoints,
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
    ...(gaps.also.length > 0 ? { also: gaps.also } : {}),
  });
}
