import { clickhouseClientShape } from '../../targets/tools/clickhouseClient';
import { cockroachShape } from '../../targets/tools/cockroach';
import { sqlcmdShape } from '../../targets/tools/sqlcmd';
import { sqliteCliShape } from '../../targets/tools/sqliteCli';
import { hasOption, type Command } from '../command';
import { givenStatements } from '../givenStatements';
import type { Payload } from '../payload';
import type { CommandRule, Tool } from '../tool';

const fileClient = {
  language: 'sql',
  texts: ['c', 's', 'e', 'execute'],
  files: ['f', 'file'],
} as const;

/** SQLite's client and those like it: statements are the words behind the file, too. */
function payloadsOfFileClient(command: Command): readonly Payload[] {
  const first = command.options.flatMap(({ name, value = '' }): Payload[] => {
    if (name === 'cmd') return [{ language: 'sql', kind: 'text', text: value }];
    return name === 'init' ? [{ language: 'sql', kind: 'file', path: value }] : [];
  });
  const words = command.words.slice(1);
  const main =
    words.length > 0
      ? words.map((text): Payload => ({ language: 'sql', kind: 'text', text }))
      : givenStatements(command, fileClient);
  return [...first, ...main];
}

/** `-i` takes several files. */
function payloadsOfSqlcmd(command: Command): readonly Payload[] {
  const options = command.options.flatMap(({ name, value }) =>
    name === 'i' || name === 'input-file'
      ? (value ?? '').split(',').map((path) => ({ name, value: path.trim() }))
      : [{ name, value }],
  );
  return givenStatements({ ...command, options }, sqlcmd);
}

const sqlcmd = {
  language: 'sql',
  texts: ['Q', 'q', 'query', 'initial-query'],
  files: ['i', 'input-file'],
} as const;

const clickhouse = { language: 'sql', texts: ['query'], files: ['queries-file'] } as const;

/** The program that is all of ClickHouse in one is the client only where its first word says so. */
function payloadsOfClickhouse(command: Command): readonly Payload[] {
  const isClient = command.program !== 'clickhouse' || command.words[0] === 'client';
  return isClient && !hasOption(command, 'help', 'version')
    ? givenStatements(command, clickhouse)
    : [];
}

const nodeRules: readonly CommandRule[] = [
  {
    id: 'cockroach-node-stop',
    match: ['node decommission|drain', 'quit'],
    kind: 'terminate',
    reach: 'some',
    subject: 'nodes of the cluster',
  },
  {
    id: 'cockroach-delete-files',
    match: 'userfile delete',
    kind: 'delete',
    reach: 'some',
    subject: 'files of the cluster',
  },
  {
    id: 'cockroach-import',
    match: 'import',
    kind: 'insert',
    reach: 'some',
    subject: 'what the dump holds',
  },
];

function payloadsOfCockroach(command: Command): readonly Payload[] {
  if (command.words[0] !== 'sql') return [];
  return givenStatements(command, {
    language: 'postgresql',
    texts: ['execute'],
    files: ['file'],
  });
}

export const sqlClients: readonly Tool[] = [
  {
    names: ['sqlite3', 'sqlite', 'sqlcipher', 'litecli'],
    shape: { ...sqliteCliShape, valued: [...sqliteCliShape.valued, 'e', 'execute'] },
    rules: [],
    payloads: payloadsOfFileClient,
    idle: ['--version'],
  },
  {
    names: ['duckdb'],
    shape: { valued: ['c', 's', 'f', 'cmd', 'init', 'separator', 'nullvalue'], aliases: {} },
    rules: [],
    payloads: payloadsOfFileClient,
    idle: ['--version'],
  },
  {
    names: ['sqlcmd', 'mssql-cli'],
    shape: sqlcmdShape,
    rules: [],
    payloads: payloadsOfSqlcmd,
    idle: ['-?', '--version', '-L'],
  },
  {
    names: ['clickhouse-client', 'clickhouse'],
    shape: clickhouseClientShape,
    rules: [],
    payloads: payloadsOfClickhouse,
  },
  {
    names: ['cockroach'],
    shape: cockroachShape,
    rules: nodeRules,
    payloads: payloadsOfCockroach,
    harmless: ['version|demo|gen|debug|doctor', 'node status|ls'],
  },
];
