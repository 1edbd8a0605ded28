import { libpqPrograms } from '../../targets/tools/libpqPrograms';
import { usqlShape } from '../../targets/tools/usql';
import { givenStatements, statementsIn } from '../givenStatements';
import type { Command } from '../command';
import type { Payload, PayloadLanguage } from '../payload';
import type { CommandRule, Tool } from '../tool';

const versions = ['-V', '--version', '-?'];

function program(name: string, rules: readonly CommandRule[], more: Partial<Tool> = {}): Tool {
  return { names: [name], shape: libpqPrograms[name]?.shape, rules, idle: versions, ...more };
}

const given = { texts: ['c', 'command'], files: ['f', 'file'] };

/** The scheme of the URL says what database it is. */
function payloadsOfUsql(command: Command): readonly Payload[] {
  const scheme = /^(\w+):/.exec(command.words[0] ?? '')?.[1] ?? '';
  const language: PayloadLanguage = /^(?:p(?:g|ostgres)|c(?:r|db|ockroach))/.test(scheme)
    ? 'postgresql'
    : /^(?:my|maria|aurora|tidb)/.test(scheme)
      ? 'mysql'
      : 'sql';
  return givenStatements(command, { language, ...given });
}

const restoreRules: readonly CommandRule[] = [
  {
    id: 'pg-restore-create',
    match: '--dbname -c|--clean -C|--create',
    kind: 'overwrite',
    subject: 'the whole database of the dump',
    takesAll: true,
  },
  {
    id: 'pg-restore-clean',
    match: '--dbname -c|--clean !-C !--create',
    kind: 'overwrite',
    subject: 'what the dump holds',
  },
  {
    id: 'pg-restore',
    match: '--dbname !-c !--clean',
    kind: 'insert',
    reach: 'some',
    subject: 'what the dump holds',
  },
];

const benchRules: readonly CommandRule[] = [
  {
    id: 'pgbench-initialize',
    match: '-i|--initialize',
    kind: 'drop',
    reach: 'some',
    subject: 'the tables of pgbench, to make them anew',
  },
  {
    id: 'pgbench',
    match: '!-i !--initialize !-S !--select-only !-b !--builtin !-f !--file',
    kind: 'update',
    reach: 'some',
    subject: 'rows of the tables of pgbench',
  },
];

function payloadsOfPgbench({ options }: Command): readonly Payload[] {
  return options.flatMap(({ name, value }): Payload[] =>
    (name === 'f' || name === 'file') && value
      ? [{ language: 'postgresql', kind: 'file', path: value.replace(/@\d+$/, '') }]
      : [],
  );
}

function migration(id: string, what: string): CommandRule {
  return { id, match: '*', kind: 'migrate', subject: `the ${what} {last}` };
}

const readers = 'pg_dump pg_dumpall pg_basebackup pg_receivewal pg_recvlogical pg_isready'.split(
  ' ',
);
const menders = 'vacuumdb reindexdb clusterdb pg_amcheck'.split(' ');

export const postgresTools: readonly Tool[] = [
  program('psql', [], {
    payloads: statementsIn({ language: 'postgresql', ...given }),
    idle: ['-l', '--list', ...versions],
  }),
  program('pgcli', [], {
    payloads: statementsIn({ language: 'postgresql', texts: [] }),
    idle: ['-l', '--list', '--ping', ...versions],
  }),
  { names: ['usql'], shape: usqlShape, rules: [], payloads: payloadsOfUsql, idle: versions },
  program('dropdb', [
    {
      id: 'dropdb',
      match: '*',
      kind: 'drop',
      subject: 'the database {last}',
      takesAll: true,
    },
  ]),
  program('createdb', [migration('createdb', 'database')]),
  program('dropuser', [migration('dropuser', 'role')]),
  program('createuser', [migration('createuser', 'role')]),
  program('pg_restore', restoreRules, { idle: ['-l', '--list', ...versions] }),
  program('pgbench', benchRules, { payloads: payloadsOfPgbench }),
  ...[...readers, ...menders].map((name) => program(name, [], { harmless: [''] })),
];
