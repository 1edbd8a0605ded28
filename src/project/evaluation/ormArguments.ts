import { unknown, type Value } from '../../syntax/evaluation/value';
import { isEmpty, isText, optionOf } from './callOptions';
import type { ArgumentReader, CallParts, ClientRules } from './clientCall';
import { rulesOfOptions } from './javascriptRules';
import { partsOf, partsOfOptions, urlOrOptions } from './optionParts';

/** Sequelize: `(url, options)`, `(database, user, password, options)`, `(options)`, whose `url` is not read. */
export function sequelizeArguments(args: ArgumentReader): CallParts {
  const first = args.at(0);
  if (!first || first.kind === 'map') return partsOfWriter(first);
  const second = args.at(1);
  if (!second || second.kind === 'map') return { url: first };
  return { database: first, user: second, ...partsOfWriter(args.at(3)) };
}

/** Of replicated servers the one for writes, whose parts win over those around it. */
export function partsOfWriter(options: Value | undefined): CallParts {
  const writer = replicated(options, 'write');
  return { ...said(options), ...said(writer) };
}

function said(options: Value | undefined): CallParts {
  const { url: _, ...parts } = partsOfOptions(options);
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

function replicated(options: Value | undefined, name: string): Value | undefined {
  const replication = optionOf(options, 'replication');
  return replication?.kind === 'map' ? optionOf(replication, name) : undefined;
}

/** TypeORM: of replicated servers the master, which takes nothing from the options around it. */
export function typeormArguments(args: ArgumentReader): CallParts {
  const master = replicated(args.at(0), 'master');
  return master ? partsOf(master) : urlOrOptions(args);
}

/** Sequelize takes this machine where no host is given, whatever PostgreSQL's variables say. */
export function rulesOfSequelize(args: ArgumentReader): ClientRules {
  return asSequelize(rulesOfOptions(args), 'sequelize');
}

export function asSequelize(rules: ClientRules, grammar: string): ClientRules {
  return { ...rules, grammar, namesHostItself: true, needsUrl: true };
}

/** knex: `{ client, connection }`, where the connection is a text, an object, or a function that gives either. */
export function knexParts(config: Value | undefined): CallParts {
  if (isText(config)) return { url: config };
  const connection = optionOf(config, 'connection');
  return connection && !isEmpty(connection)
    ? partsOf(connection)
    : { url: unknown('no connection is given, so Knex stops here', connection?.trail) };
}

/** Without a connection, knex only builds statements. */
export function knexArguments(args: ArgumentReader): CallParts | undefined {
  const config = args.at(0);
  return isText(config) || optionOf(config, 'connection') ? knexParts(config) : undefined;
}

/** drizzle: `(url)`, `({ connection })`; a client that is handed over has told its own place. */
export function drizzleArguments(args: ArgumentReader): CallParts | undefined {
  const first = args.at(0);
  if (isText(first) || first?.kind === 'unknown') return { url: first };
  const connection = optionOf(first, 'connection');
  return first?.kind === 'map' && connection ? partsOf(connection) : undefined;
}

/** Prisma Client 4 to 6: `datasourceUrl`, or `datasources` by name; else what the schema says. */
export function prismaArguments(args: ArgumentReader): CallParts | undefined {
  const options = args.at(0);
  const direct = optionOf(options, 'datasourceUrl');
  if (direct) return { url: direct };
  const sources = optionOf(options, 'datasources');
  const [source] = sources?.kind === 'map' ? [...sources.entries.values()] : [];
  const url = optionOf(source, 'url');
  return url && { url };
}
