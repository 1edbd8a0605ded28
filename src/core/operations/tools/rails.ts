import { shapeOf } from '../../targets/tools/toolOptions';
import { optionValue, type Command } from '../command';
import type { Payload } from '../payload';
import type { CommandRule, Tool } from '../tool';
import { back, forward, reset, seed } from './migrationEffects';
import { givenText } from './statements';
import { tasks } from './tasks';

const rules: readonly CommandRule[] = [
  {
    id: 'rails-drop',
    match: tasks('db:drop*'),
    kind: 'drop',
    subject: 'the database',
    takesAll: true,
  },
  {
    id: 'rails-reset',
    match: tasks('db:reset*', 'db:migrate:reset*', 'db:purge*', 'db:schema:purge*'),
    ...reset,
  },
  {
    id: 'rails-load-schema',
    match: tasks('db:schema:load*', 'db:structure:load*', 'db:setup*'),
    kind: 'overwrite',
    subject: 'every table of the schema',
    takesAll: true,
  },
  {
    id: 'rails-truncate',
    match: tasks('db:truncate_all*', 'db:seed:replant*'),
    kind: 'truncate',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'rails-load-fixtures',
    match: tasks('db:fixtures:load*'),
    kind: 'overwrite',
    subject: 'every table that has fixtures',
  },
  {
    id: 'rails-rollback',
    match: tasks('db:rollback*', 'db:migrate:down*', 'db:migrate:redo*'),
    ...back,
  },
  {
    id: 'rails-migrate-to-nothing',
    match: ['db:migrate* VERSION=0', 'VERSION=0 db:migrate*'],
    ...reset,
  },
  {
    id: 'rails-migrate',
    match: tasks(
      'db:migrate',
      'db:migrate:up*',
      'db:migrate:primary*',
      'db:prepare*',
      'db:forward*',
    ),
    ...forward,
  },
  {
    id: 'rails-seed',
    match: tasks('db:seed'),
    ...seed,
  },
  {
    id: 'rails-set-environment',
    match: tasks('db:environment:set*'),
    kind: 'update',
    reach: 'one',
    subject: 'the environment that the database says it is',
  },
  {
    id: 'rails-mongoid-drop',
    match: tasks('db:mongoid:drop*', 'db:mongoid:purge*'),
    kind: 'drop',
    subject: 'every collection',
    takesAll: true,
  },
  {
    id: 'rails-restore-backup',
    match: tasks('gitlab:backup:restore*'),
    kind: 'overwrite',
    subject: 'every table',
    takesAll: true,
  },
];

/** Ruby for `runner`, in its word or in the file that the word names; Ruby and SQL for the consoles. */
function payloadsOf(command: Command): readonly Payload[] {
  const [verb, code] = command.words;
  switch (verb) {
    case 'runner':
    case 'r':
      if (code === undefined || code === '-') return givenText('ruby', undefined);
      return /\.rb$/.test(code)
        ? [{ language: 'ruby', kind: 'file', path: code }]
        : givenText('ruby', code);
    case 'console':
    case 'c':
      return givenText('ruby', undefined);
    case 'dbconsole':
    case 'db':
      return givenText('sql', undefined);
    default:
      return [];
  }
}

const shape = shapeOf('e,environment f,rakefile r,require I,libdir database,db', 'T,tasks');

/** Rails by either of its programs. */
export const railsTools: readonly Tool[] = [
  {
    names: ['rails', 'rake', 'gitlab-rails', 'gitlab-rake'],
    shape,
    rules,
    payloads: payloadsOf,
    harmless: [
      'routes|about|notes|stats|initializers|middleware|new|generate|g|destroy|d|version|plugin',
      'db:version|db:migrate:status|db:abort_if_pending_migrations|db:schema:dump|db:structure:dump',
      'assets:*|zeitwerk:check|app:update|app:template|secret|time:zones*|webpacker:*|yarn:*',
      '--version',
    ],
    idle: ['--tasks', '-D', '-n|--dry-run', '-P'],
  },
  {
    names: ['irb', 'pry'],
    rules: [],
    payloads: (command) => givenText('ruby', optionValue(command, 'e', 'exec')),
  },
];
