import { splitAuthority } from '../authority';
import { Gaps } from '../gaps';
import type { ClientContext, Grammar, Parsed } from '../grammar';
import { readHostList } from '../hostList';
import { readQuery } from '../pythonUrl';
import { safeConnection } from '../safeConnection';

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

/** Sequelize parses the URL of a PostgreSQL server itself; of PostgreSQL's variables `pg` then takes all but the port. */
export const sequelize = grammarOf(library);
export const sequelizeCli = grammarOf(commandLine);

function grammarOf(reader: SequelizeReader): Grammar {
  return {
    id: reader.id,
    title: reader.title,
    accepts: (text) => /^postgres(?:ql)?:\/\//i.test(text),
    parse: (url, context) => connect(url.reveal(), reader, context),
  };
}

function connect(text: string, reader: SequelizeReader, { find }: ClientContext): Parsed {
  const parts = splitAuthority(text);
  const isRefused = !parts || (reader.needsPath && !/^[^:]+:\/\/[^/?#]*\//.test(text));
  const [, name = '', port] = /^(.*?)(?::(\d*))?$/.exec(parts?.hosts ?? '') ?? [];
  const asked = reader.readsQuery ? readQuery(parts?.query ?? '').get('host') : undefined;
  const gaps = new Gaps(find);
  const host = gaps.fill(asked || name, 'PGHOST') ?? 'localhost';
  const user = gaps.fill(parts?.user, 'PGUSER', 'USER');
  const database = gaps.fill(parts?.path, 'PGDATABASE') ?? user;
  const endpoints = readHostList(host, Number(port || 5432));
  if (isRefused || !endpoints)
    return {
      kind: 'invalid',
      system: 'postgresql',
      reason: `The URL is not one that ${reader.title} can parse.`,
    };
  return safeConnection({
    system: 'postgresql',
    endpoints,
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
    ...(gaps.also.length > 0 ? { also: gaps.also } : {}),
  });
}
