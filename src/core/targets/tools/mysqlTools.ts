import type { ClientContext, Parsed } from '../grammar';
import { safeConnection } from '../safeConnection';
import type { Endpoint } from '../target';
import { readOptionFiles, type FileOptions } from './mysqlOptionFiles';
import {
  isGiven,
  lastValue,
  readOptions,
  type GivenOptions,
  type OptionShape,
} from './toolOptions';

const defaultPort = 3306;
/** As Debian and Ubuntu build the clients. */
const defaultSocket = '/run/mysqld/mysqld.sock';

const ownOptions = ['host', 'port', 'user', 'password', 'database', 'socket', 'protocol'];

const valued = [
  ...ownOptions.filter((name) => name !== 'password'),
  'defaults-file',
  'defaults-extra-file',
  'defaults-group-suffix',
  'login-path',
  'execute',
  'default-character-set',
  'default-auth',
  'delimiter',
  'init-command',
  'max-allowed-packet',
  'net-buffer-length',
  'connect-timeout',
  'pager',
  'tee',
  'prompt',
  'plugin-dir',
  'ssl-ca',
  'ssl-cert',
  'ssl-key',
  'ssl-mode',
  'where',
  'result-file',
  'tab',
  'ignore-table',
  'fields-terminated-by',
  'fields-enclosed-by',
  'lines-terminated-by',
  'sleep',
  'count',
  'columns',
];

const shape: OptionShape = {
  valued: [...valued, 'D', 'e', 'w', 'r', 'T', 'i', 'c'],
  attached: ['password'],
  aliases: { h: 'host', P: 'port', u: 'user', p: 'password', S: 'socket' },
  bundles: true,
  // Underscores count as dashes, and the beginning of a name is enough where it is one option's only.
  complete(name) {
    const plain = name.replaceAll('_', '-');
    const starting = ownOptions.filter((option) => option.startsWith(plain));
    return starting.length === 1 && plain.length > 2 ? starting[0]! : plain;
  },
};

/** What differs from program to program. */
interface Program {
  /** Whether the first word that is no option is a database. */
  readonly takesDatabase: boolean;
  /** Whether `-A` means all databases. */
  readonly hasAll?: true;
  /** Short flags that take no value here, though they do elsewhere. */
  readonly flags: readonly string[];
}

const programs: Readonly<Record<string, Program>> = {
  mysql: { takesDatabase: true, flags: ['w', 'r', 'T', 'i', 'c'] },
  mysqldump: { takesDatabase: true, hasAll: true, flags: ['D', 'e', 'i', 'c'] },
  mysqladmin: { takesDatabase: false, flags: ['D', 'e', 'w', 'r', 'T'] },
  mysqlimport: { takesDatabase: true, flags: ['D', 'e', 'w', 'r', 'T', 'i'] },
  mysqlcheck: { takesDatabase: true, hasAll: true, flags: ['D', 'e', 'w', 'r', 'T', 'i', 'c'] },
  mysqlshow: { takesDatabase: true, flags: ['D', 'e', 'w', 'r', 'T', 'i', 'c'] },
};

/** MariaDB's own names for the same programs. */
const mariadbNames: Readonly<Record<string, string>> = {
  mariadb: 'mysql',
  'mariadb-dump': 'mysqldump',
  'mariadb-admin': 'mysqladmin',
  'mariadb-import': 'mysqlimport',
  'mariadb-check': 'mysqlcheck',
  'mariadb-show': 'mysqlshow',
};

function programOf(name: string): Program {
  return programs[mariadbNames[name] ?? name] ?? programs['mysql']!;
}

/** @param name of the program, MySQL's or MariaDB's */
export function mysqlToolShape(name: string): OptionShape {
  const { flags } = programOf(name);
  return { ...shape, valued: shape.valued.filter((option) => !flags.includes(option)) };
}

/**
 * Where a MySQL or MariaDB command-line program would connect: the command line beats option files, and those beat
 * variables. Read as MariaDB 10.11 does; Oracle's client differs in that it ignores the port of `localhost`.
 *
 * @param argv with the program's name first
 */
export function mysqlToolTarget(
  argv: readonly string[],
  context: ClientContext,
): Parsed | undefined {
  const name = (argv[0] ?? '').split('/').at(-1)!;
  const program = programOf(name);
  const given = readOptions(argv.slice(1), mysqlToolShape(name));
  if (['help', 'version', '?', 'V', 'print-defaults'].some((option) => isGiven(given, option)))
    return undefined;
  if (isGiven(given, 'login-path'))
    return unresolved('The host is in an encrypted login path that only the client can read');
  const files = readFiles(given, mariadbNames[name] ?? name, context);
  if (files.missing !== undefined)
    return unresolved(`The option file ${files.missing} could not be read`);
  return connectionOf(given, files, program, context);
}

function readFiles(given: GivenOptions, program: string, context: ClientContext): FileOptions {
  const only = lastValue(given, 'defaults-file');
  const extra = lastValue(given, 'defaults-extra-file');
  const usual = ['/etc/my.cnf', '/etc/mysql/my.cnf', extra, `${context.home}/.my.cnf`];
  const files = isGiven(given, 'no-defaults') ? [] : only ? [only] : usual;
  const base = ['client', 'client-server', 'client-mariadb', program, `${program}-client`];
  const suffix = lastValue(given, 'defaults-group-suffix');
  return readOptionFiles(
    {
      files: files.filter((file) => file !== undefined).map((file) => absolute(file, context.cwd)),
      required: [only, extra].flatMap((file) => (file ? [absolute(file, context.cwd)] : [])),
      groups: suffix ? [...base, ...base.map((group) => group + suffix)] : base,
    },
    context.readFile,
  );
}

function connectionOf(
  given: GivenOptions,
  { values }: FileOptions,
  program: Program,
  context: ClientContext,
): Parsed {
  const option = (name: string): string | undefined => lastValue(given, name) ?? values.get(name);
  const isAll = isGiven(given, 'all-databases') || (program.hasAll && isGiven(given, 'A'));
  const word = program.takesDatabase && !isAll ? given.words[0] : undefined;
  const database = word ?? lastValue(given, 'D') ?? option('database');
  const user = option('user');
  return safeConnection({
    system: 'mysql',
    endpoints: [endpointOf(given, option, context)],
    ...(database !== undefined && { database }),
    ...(user !== undefined && { user }),
  });
}

function endpointOf(
  given: GivenOptions,
  option: (name: string) => string | undefined,
  { find }: ClientContext,
): Endpoint {
  const variable = (name: string): string | undefined => find(name)?.setting.value;
  const host = option('host') ?? variable('MYSQL_HOST') ?? '';
  const isLocal = host === '' || host === 'localhost';
  if (isLocal && !usesTcp(given, option('protocol')))
    return {
      kind: 'socket',
      path: option('socket') ?? variable('MYSQL_UNIX_PORT') ?? defaultSocket,
    };
  const port = Number(option('port') ?? variable('MYSQL_TCP_PORT')) || defaultPort;
  return { kind: 'tcp', host: host || 'localhost', port };
}

/** A port on the command line asks for TCP, a socket there for the socket; of both, the last. Files ask for neither. */
function usesTcp(given: GivenOptions, protocol: string | undefined): boolean {
  if (protocol !== undefined) return protocol.toLowerCase() === 'tcp';
  return (
    given.options.findLast(({ name }) => name === 'port' || name === 'socket')?.name === 'port'
  );
}

function absolute(path: string, folder: string): string {
  return path.startsWith('/') ? path : `${folder}/${path}`;
}

function unresolved(why: string): Parsed {
  return {
    kind: 'connection',
    connection: { system: 'mysql', endpoints: [], unresolved: `${why}.` },
  };
}
