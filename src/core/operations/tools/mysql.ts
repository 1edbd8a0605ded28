import { mysqlToolShape } from '../../targets/tools/mysqlTools';
import { statementsIn } from '../givenStatements';
import type { CommandRule, Tool } from '../tool';

const versions = ['-V', '--version', '-?', '--print-defaults'];

/** A program by MySQL's name and by MariaDB's. */
function program(
  names: readonly [string, ...string[]],
  rules: readonly CommandRule[],
  more: Partial<Tool> = {},
): Tool {
  return { names, shape: mysqlToolShape(names[0]), rules, idle: versions, ...more };
}

const statements = {
  payloads: statementsIn({ language: 'mysql', texts: ['e', 'execute', 'init-command'] }),
};

const administration: readonly CommandRule[] = [
  {
    id: 'mysqladmin-drop',
    match: '... drop *',
    kind: 'drop',
    subject: 'the database {last}',
    takesAll: true,
  },
  {
    id: 'mysqladmin-create',
    match: '... create *',
    kind: 'migrate',
    subject: 'the database {last}',
  },
  { id: 'mysqladmin-shutdown', match: '... shutdown', kind: 'terminate', subject: 'the server' },
  {
    id: 'mysqladmin-kill',
    match: '... kill *',
    kind: 'terminate',
    reach: 'some',
    subject: 'connections of other programs',
  },
  { id: 'mysqladmin-password', match: '... password', kind: 'migrate', subject: 'a password' },
];

const imports: readonly CommandRule[] = [
  {
    id: 'mysqlimport-delete',
    match: '-d|--delete',
    kind: 'delete',
    subject: 'every row of the tables that the files are named after',
  },
  {
    id: 'mysqlimport',
    match: '!-d !--delete',
    kind: 'insert',
    reach: 'some',
    subject: 'rows of the tables that the files are named after',
  },
];

const dumps: readonly CommandRule[] = [
  {
    id: 'mysqldump-delete-logs',
    match: '--delete-master-logs|--delete-source-logs',
    kind: 'delete',
    subject: 'the binary logs',
  },
];

export const mysqlTools: readonly Tool[] = [
  program(['mysql', 'mariadb'], [], statements),
  program(['mycli'], [], statements),
  program(['mysqladmin', 'mariadb-admin'], administration, {
    harmless: ['status|ping|version|processlist|variables|extended-status'],
  }),
  program(['mysqlimport', 'mariadb-import'], imports),
  program(['mysqldump', 'mariadb-dump'], dumps, { harmless: [''] }),
  program(['mysqlcheck', 'mariadb-check'], [], { harmless: [''] }),
  program(['mysqlshow', 'mariadb-show'], [], { harmless: [''] }),
];
