import type { ClientContext, Parsed } from '../grammar';
import { completeConnection } from '../libpq/complete';
import { parseConnectionString } from '../libpq/connectionString';
import { libpqPrograms, type LibpqProgram } from './libpqPrograms';
import { withCluster } from './pgWrapper';
import { isGiven, lastValue, readOptions, type GivenOptions } from './toolOptions';

/**
 * Where a PostgreSQL command-line program would connect; `undefined` where it connects to nothing or is none of them.
 *
 * @param argv with the program's name first
 */
export function postgresToolTarget(
  argv: readonly string[],
  context: ClientContext,
): Parsed | undefined {
  const name = (argv[0] ?? '')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\.exe$/, '');
  const program = Object.hasOwn(libpqPrograms, name) ? libpqPrograms[name] : undefined;
  if (!program) return undefined;
  const { args, context: around } = withCluster(argv.slice(1), context);
  const given = readOptions(args, program.shape);
  if (['help', 'version', '?', 'V'].some((option) => isGiven(given, option))) return undefined;
  const string = connectionOf(given, program, around);
  if (program.needsConnection && string === undefined) return undefined;
  return connect(given, program, string, around);
}

/** The text that the program hands to libpq as its database, which expands it where it is a connection string. */
function connectionOf(
  given: GivenOptions,
  { connection, words, database }: LibpqProgram,
  { find }: ClientContext,
): string | undefined {
  const option = connection && lastValue(given, connection);
  const word = words === 'connection' ? given.words[0] : undefined;
  if (option !== undefined || word !== undefined) return option ?? word;
  return database === 'PGDATABASE' ? find('PGDATABASE')?.setting.value : undefined;
}

function connect(
  given: GivenOptions,
  program: LibpqProgram,
  string: string | undefined,
  context: ClientContext,
): Parsed {
  const parsed = string === undefined ? undefined : parseConnectionString(string);
  if (parsed?.kind === 'invalid') return { ...parsed, system: 'postgresql' };
  const options = optionsOf(given, program);
  const inString = parsed ? [...parsed.parameters] : [];
  const parameters = new Map(
    program.wins === 'string' ? [...options, ...inString] : [...inString, ...options],
  );
  if (program.words === 'name') parameters.delete('dbname');
  const own = ownDatabase(given, program);
  if (own !== undefined) parameters.set('dbname', own);
  const connected = completeConnection(parameters, context);
  if (connected.kind === 'invalid' || program.database !== 'none') return connected;
  const { database: _, ...server } = connected.connection;
  return { kind: 'connection', connection: server };
}

/** An empty option counts as one that is not given. */
function optionsOf(
  given: GivenOptions,
  program: LibpqProgram,
): readonly (readonly [string, string])[] {
  const isDatabaseOption = lastValue(given, 'dbname') !== undefined;
  const userWord = program.hasUserWord ? given.words[isDatabaseOption ? 0 : 1] : undefined;
  const options = {
    host: lastValue(given, 'host'),
    port: lastValue(given, 'port'),
    user: lastValue(given, 'username') ?? userWord,
  };
  return Object.entries(options).flatMap(([name, value]) =>
    value ? [[name, value] as const] : [],
  );
}

/** The database that counts whatever the connection string says. */
function ownDatabase(given: GivenOptions, { words, database }: LibpqProgram): string | undefined {
  if (words === 'name') return given.words[0];
  if (database === 'postgres') return lastValue(given, 'database') ?? 'postgres';
  return database === 'none' ? 'replication' : undefined;
}
