import { shapeOf, type OptionShape } from '../../targets/tools/toolOptions';
import { hasOption, optionValue, variableOf, type Command } from '../command';
import { givenStatements, statementsIn } from '../givenStatements';
import type { Payload } from '../payload';
import { placeInGoogleCloud } from '../places/google';
import { namedPlace } from '../places/namedPlace';
import { placeAt, placeAtHost } from '../places/placeAtHost';
import type { ResourcePlace } from '../resourcePlace';
import type { CommandRule, Tool } from '../tool';

const cqlsh = { language: 'sql', texts: ['execute'], files: ['file'] } as const;

function placeOfCqlsh(command: Command): ResourcePlace {
  return placeAt('Cassandra', command.words[0] ?? variableOf(command, 'CQLSH_HOST'));
}

/** `sqlplus user/password@host:1521/service @drop.sql`: the password must not be shown. */
function placeOfSqlplus({ words }: Command): ResourcePlace {
  const connection = words.find((word) => !word.startsWith('@') && word.includes('@'));
  const address = connection?.slice(connection.lastIndexOf('@') + 1);
  return placeAt('Oracle', address?.replace(/^\/\//, ''));
}

function payloadsOfSqlplus({ words }: Command): readonly Payload[] {
  const script = words.find((word) => word.startsWith('@'))?.replace(/^@+/, '');
  return [
    script ? { language: 'sql', kind: 'file', path: script } : { language: 'sql', kind: 'input' },
  ];
}

const nodeRules: readonly CommandRule[] = [
  {
    id: 'nodetool-stop',
    match: 'decommission|removenode|assassinate|drain|stopdaemon',
    kind: 'terminate',
    reach: 'one',
    subject: 'a node of the cluster',
  },
  {
    id: 'nodetool-clear-snapshots',
    match: 'clearsnapshot',
    kind: 'delete',
    reach: 'some',
    subject: 'snapshots of the node',
  },
  {
    id: 'nodetool-import',
    match: 'import|refresh',
    kind: 'insert',
    reach: 'some',
    subject: 'rows of the table {last}',
  },
];

const snowflake = namedPlace('Snowflake', {
  'the connection': '--connection $SNOWFLAKE_DEFAULT_CONNECTION_NAME',
  'the account': '--account --accountname $SNOWSQL_ACCOUNT $SNOWFLAKE_ACCOUNT',
  'the database': '--database --dbname $SNOWSQL_DATABASE $SNOWFLAKE_DATABASE',
});

const snowRules: readonly CommandRule[] = [
  {
    id: 'snow-drop-database',
    match: 'object drop database',
    kind: 'drop',
    subject: 'the database {*}',
    takesAll: true,
  },
  ...['schema', 'table', 'stage'].map((what): CommandRule => ({
    id: `snow-drop-${what}`,
    match: `object drop ${what}`,
    kind: 'drop',
    subject: `the ${what} {*}`,
  })),
  {
    id: 'snow-remove-files',
    match: 'stage remove',
    kind: 'delete',
    reach: 'some',
    subject: 'files of the stage {*}',
  },
];

const statements = { language: 'sql', texts: ['query'], files: ['filename'] } as const;

/** `snow` has many more commands; only one of them takes statements. */
function payloadsOfSnow(command: Command): readonly Payload[] {
  return command.words[0] === 'sql' ? givenStatements(command, statements) : [];
}

function payloadsOfBigQuery({ words: [verb, text] }: Command): readonly Payload[] {
  if (verb !== 'query') return [];
  return [
    text === undefined
      ? { language: 'sql', kind: 'input' }
      : { language: 'sql', kind: 'text', text },
  ];
}

const influxRules: readonly CommandRule[] = [
  {
    id: 'influx-delete',
    match: 'delete --bucket',
    kind: 'delete',
    reach: 'some',
    subject: 'points of the bucket {--bucket}',
  },
  {
    id: 'influx-drop',
    match: ['bucket delete', 'org delete', 'delete database|table'],
    kind: 'drop',
    subject: 'the bucket {*} {--name|--id}',
    takesAll: true,
  },
  {
    id: 'influx-restore-all',
    match: 'restore --full',
    kind: 'overwrite',
    subject: 'every bucket of the server',
    takesAll: true,
  },
  {
    id: 'influx-write',
    match: ['write', 'restore !--full'],
    kind: 'insert',
    reach: 'some',
    subject: 'points of the bucket {--bucket}',
  },
];

/** The older client has statements in an option, the newest in a word. */
function payloadsOfInflux(command: Command): readonly Payload[] {
  const [verb, word] = command.words;
  const text = optionValue(command, 'execute') ?? (verb === 'query' ? word : undefined);
  return text === undefined ? [] : [{ language: 'sql', kind: 'text', text }];
}

const influxShape: OptionShape = {
  valued:
    'host port database execute username password bucket org token name id start stop predicate'.split(
      ' ',
    ),
  aliases: { b: 'bucket', n: 'name', o: 'org', t: 'token', i: 'id', p: 'predicate' },
};

function payloadsOfMysqlShell(command: Command): readonly Payload[] {
  const how = { language: 'mysql', texts: ['execute'], files: ['file'] } as const;
  return hasOption(command, 'sql', 'sqlc') ? givenStatements(command, how) : [];
}

function placeOfMysqlShell(command: Command): ResourcePlace {
  return placeAt('MySQL', optionValue(command, 'uri', 'host') ?? command.words[0]);
}

/** Clients of databases that nothing else of a project connects to: their own words tell the place. */
export const otherClients: readonly Tool[] = [
  {
    names: ['cqlsh'],
    shape: shapeOf(
      'e,execute f,file u,username p,password k,keyspace request-timeout connect-timeout cqlversion encoding cqlshrc',
    ),
    rules: [],
    payloads: statementsIn(cqlsh),
    idle: ['--version'],
    place: placeOfCqlsh,
  },
  {
    names: ['nodetool'],
    shape: { valued: ['host', 'p', 'port', 'u', 'pw', 'pwf', 't'], aliases: { h: 'host' } },
    rules: nodeRules,
    harmless: ['status|info|ring|tpstats|describecluster|listsnapshots|version|compactionstats'],
    place: placeAtHost('Cassandra', '--host'),
  },
  {
    names: ['sqlplus', 'sqlplus64'],
    shape: shapeOf('M,markup R,restrict C,compatibility'),
    rules: [],
    payloads: payloadsOfSqlplus,
    idle: ['-V', '-H'],
    place: placeOfSqlplus,
  },
  {
    names: ['snowsql'],
    shape: shapeOf(
      'q,query f,filename a,accountname u,username d,dbname s,schemaname r,rolename w,warehouse c,connection o,option D,variable',
    ),
    rules: [],
    payloads: statementsIn(statements),
    idle: ['-v', '--version'],
    place: snowflake,
  },
  {
    names: ['snow'],
    shape: shapeOf('q,query f,filename c,connection database schema role account warehouse'),
    rules: snowRules,
    payloads: payloadsOfSnow,
    place: snowflake,
  },
  {
    names: ['bq'],
    shape: shapeOf(
      'project_id dataset_id location format n,max_rows destination_table parameter job_id label maximum_bytes_billed',
    ),
    rules: [],
    payloads: payloadsOfBigQuery,
    idle: ['--dry_run'],
    place: placeInGoogleCloud,
  },
  {
    names: ['influx', 'influxdb3'],
    shape: influxShape,
    rules: influxRules,
    payloads: payloadsOfInflux,
    idle: ['write dryrun'],
    place: placeAtHost('InfluxDB', '--host $INFLUX_HOST', { 'the bucket': '--bucket' }),
  },
  {
    names: ['mysqlsh'],
    shape: shapeOf('e,execute f,file h,host P,port u,user D,schema S,socket uri'),
    rules: [],
    payloads: payloadsOfMysqlShell,
    idle: ['-V', '--version'],
    place: placeOfMysqlShell,
  },
];
