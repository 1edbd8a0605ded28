import type { OptionShape } from './toolOptions';

/** How a PostgreSQL client program chooses its server and database. */
export interface LibpqProgram {
  readonly shape: OptionShape;
  /** The option that holds a database or a whole connection string. */
  readonly connection: 'dbname' | 'maintenance-db' | undefined;
  /** Where that string and `-h`, `-p`, `-U` name the same thing, which wins. */
  readonly wins: 'string' | 'options';
  /** What words are: the database (perhaps as a connection string), the name of what is created or dropped, files. */
  readonly words: 'connection' | 'name' | 'other';
  /** `PGDATABASE` where the variable is read as a connection string too; the others whatever the string says. */
  readonly database?: 'PGDATABASE' | 'postgres' | 'none';
  readonly hasUserWord?: true;
  /** Without a connection string the program reads a file and connects to nothing. */
  readonly needsConnection?: true;
}

type Rules = Omit<LibpqProgram, 'shape'>;

const common = ['host', 'port', 'username'];
const aliases = { h: 'host', p: 'port', U: 'username' };

/** `letters` and `names` are the options that take a value, beside those that all programs have. */
function program(
  rules: Rules,
  letters: string,
  names: string,
  own: Readonly<Record<string, string>> = {},
): LibpqProgram {
  const valued = [
    ...common,
    ...(rules.connection ? [rules.connection] : []),
    ...names.split(' ').filter(Boolean),
    ...letters,
    ...Object.values(own),
  ];
  return {
    ...rules,
    shape: {
      valued,
      aliases: { ...aliases, ...own },
      bundles: true,
      complete(name) {
        const starting = valued.filter((option) => option.length > 1 && option.startsWith(name));
        return valued.includes(name) || starting.length !== 1 ? name : starting[0]!;
      },
    },
  };
}

const dbname = { d: 'dbname' };
const client: Rules = { connection: 'dbname', wins: 'string', words: 'connection' };
const maintenance: Rules = {
  connection: 'maintenance-db',
  wins: 'string',
  words: 'name',
};
const account: Rules = {
  connection: undefined,
  wins: 'options',
  words: 'other',
  database: 'postgres',
};
const perDatabase: Rules = { ...client, database: 'PGDATABASE' };
const stream: Rules = { connection: 'dbname', wins: 'options', words: 'other', database: 'none' };

/** Read from the programs of PostgreSQL 15, with options that newer ones have. */
export const libpqPrograms: Readonly<Record<string, LibpqProgram>> = {
  psql: program(
    { ...client, hasUserWord: true },
    'cfvLoFPRT',
    'command file set variable log-file output field-separator pset record-separator table-attr',
    dbname,
  ),
  pg_dump: program(
    client,
    'fFjeEnNStTZ',
    'file format jobs compress lock-wait-timeout extension encoding schema exclude-schema superuser table ' +
      'exclude-table exclude-table-data extra-float-digits include-foreign-data restrict-key rows-per-insert ' +
      'section snapshot role filter sync-method',
    dbname,
  ),
  pg_restore: program(
    { ...client, words: 'other', needsConnection: true },
    'fFIjLnNPStT',
    'file format index jobs use-list schema exclude-schema function superuser table trigger restrict-key ' +
      'section role filter transaction-size',
    dbname,
  ),
  pg_dumpall: program(
    { connection: 'dbname', wins: 'options', words: 'other', database: 'postgres' },
    'fES',
    'file lock-wait-timeout encoding superuser exclude-database extra-float-digits restrict-key rows-per-insert role filter',
    { ...dbname, l: 'database' },
  ),
  pg_basebackup: program(
    stream,
    'DFrtTXlZSsci',
    'pgdata format max-rate target tablespace-mapping waldir wal-method label compress slot status-interval ' +
      'manifest-checksums checkpoint incremental sync-method',
    dbname,
  ),
  pg_receivewal: program(stream, 'DEsSZ', 'directory endpos status-interval slot compress', dbname),
  pg_recvlogical: program(
    { connection: 'dbname', wins: 'options', words: 'other' },
    'EfFIoPsS',
    'endpos file fsync-interval startpos option plugin status-interval slot',
    dbname,
  ),
  dropdb: program(maintenance, '', ''),
  createdb: program(
    maintenance,
    'DElOST',
    'tablespace encoding locale lc-collate lc-ctype icu-locale icu-rules builtin-locale locale-provider owner strategy template',
  ),
  dropuser: program(account, '', ''),
  createuser: program(
    account,
    'cgamv',
    'connection-limit role member-of with-member with-admin valid-until',
  ),
  vacuumdb: program(
    perDatabase,
    'jPtnN',
    'jobs parallel table schema exclude-schema min-mxid-age min-xid-age maintenance-db buffer-usage-limit',
    dbname,
  ),
  reindexdb: program(
    perDatabase,
    'ijSt',
    'index jobs schema table tablespace maintenance-db',
    dbname,
  ),
  clusterdb: program(perDatabase, 't', 'table maintenance-db', dbname),
  pgbench: program(
    perDatabase,
    'IFsbfcDjLMPRtT',
    'init-steps fillfactor scale index-tablespace partitions partition-method tablespace builtin file client define jobs ' +
      'latency-limit protocol progress rate transactions time aggregate-interval log-prefix max-tries ' +
      'random-seed sampling-rate show-script',
    dbname,
  ),
  pgcli: program({ ...client, hasUserWord: true }, 'cl', 'prompt row-limit log-file pgclirc', {
    ...dbname,
    u: 'username',
    user: 'username',
  }),
  pg_isready: program({ ...client, words: 'other' }, 't', 'timeout', dbname),
};
