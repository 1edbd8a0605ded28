import { shapeOf } from '../../targets/tools/toolOptions';
import { optionValue, type Command } from '../command';
import type { Payload } from '../payload';
import type { CommandRule, Tool } from '../tool';
import { back, forward, reset } from './migrationEffects';
import { givenText, sqlBehindDashes } from './statements';

const djangoRules: readonly CommandRule[] = [
  {
    id: 'django-flush',
    match: 'flush',
    kind: 'truncate',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'django-reset',
    match: 'reset_db|reset_schema|drop_test_database',
    kind: 'drop',
    subject: 'the database {--database}',
    takesAll: true,
  },
  {
    id: 'django-migrate-to-nothing',
    match: 'migrate * zero',
    kind: 'drop',
    reach: 'some',
    subject: 'the tables of an app',
  },
  {
    id: 'django-migrate',
    match: 'migrate|migrate_schemas|syncdb|createcachetable|evolve',
    unless: 'migrate * zero',
    kind: 'migrate',
    reach: 'some',
    subject: 'the schema {*}',
  },
  {
    id: 'django-load-data',
    match: 'loaddata|syncdata|loadbackup|dbrestore',
    kind: 'overwrite',
    reach: 'some',
    subject: 'the rows that {*} holds',
  },
  {
    id: 'django-remove-stale',
    match: 'remove_stale_contenttypes|clearsessions|flushexpiredtokens',
    kind: 'delete',
    reach: 'some',
    subject: 'rows that are out of use',
  },
  {
    id: 'django-create-user',
    match: 'createsuperuser',
    kind: 'insert',
    reach: 'one',
    subject: 'a user',
  },
  {
    id: 'django-change-password',
    match: 'changepassword',
    kind: 'update',
    reach: 'one',
    subject: 'the password of {*}',
  },
];

function payloadsOfDjango(command: Command): readonly Payload[] {
  switch (command.words[0]) {
    case 'shell':
    case 'shell_plus':
      return givenText('python', optionValue(command, 'command'));
    case 'dbshell':
      return givenText('sql', sqlBehindDashes(command));
    default:
      return [];
  }
}

const alembicRules: readonly CommandRule[] = [
  {
    id: 'alembic-downgrade-all',
    match: 'downgrade base',
    kind: 'drop',
    subject: 'every table that migrations made',
    takesAll: true,
  },
  {
    id: 'alembic-downgrade',
    match: 'downgrade',
    unless: 'downgrade base',
    ...back,
  },
  {
    id: 'alembic-upgrade',
    match: 'upgrade',
    kind: 'migrate',
    reach: 'some',
    subject: 'the schema',
  },
  {
    id: 'alembic-stamp',
    match: 'stamp',
    kind: 'update',
    reach: 'one',
    subject: 'the version that the database is said to have',
  },
];

const alembicHarmless = [
  'current|history|heads|branches|show|revision|merge|edit|init|check|list_templates',
];

/** Django, Flask, and what migrates the schemas of Python programs. */
export const pythonTools: readonly Tool[] = [
  {
    names: ['manage.py', 'django-admin', 'django-admin.py'],
    shape: shapeOf(
      'v,verbosity settings pythonpath database c,command app format i,interface username email',
    ),
    rules: djangoRules,
    payloads: payloadsOfDjango,
    harmless: [
      'check|showmigrations|makemigrations|squashmigrations|optimizemigration|sqlmigrate|sqlflush|sqlsequencereset|sqlclear|sqldsn',
      'inspectdb|dumpdata|diffsettings|collectstatic|findstatic|compilemessages|makemessages|startapp|startproject|version|help',
      'show_urls|graph_models|list_model_info|print_settings|validate_templates|spectacular|generateschema',
      '--version',
    ],
    idle: ['migrate --plan', 'migrate --check', 'migrate --check-unapplied'],
  },
  {
    names: ['flask'],
    shape: {
      leading: shapeOf('A,app e,env-file'),
      own: shapeOf('d,directory x,x-arg p,port h,host'),
    },
    rules: alembicRules.map((rule) => ({
      ...rule,
      id: `flask-${rule.id}`,
      match: `db ${String(rule.match)}`,
      ...(rule.unless === undefined ? {} : { unless: `db ${String(rule.unless)}` }),
    })),
    payloads: ({ words }) => (words[0] === 'shell' ? givenText('python', undefined) : []),
    harmless: [
      'routes',
      'db current|history|heads|branches|show|revision|migrate|merge|edit|init|check|list-templates',
      '--version',
    ],
    idle: ['db upgrade|downgrade --sql'],
  },
  {
    names: ['alembic'],
    shape: shapeOf('c,config n,name x m,message raiseerr'),
    rules: alembicRules,
    harmless: [...alembicHarmless, '--version'],
    idle: ['upgrade|downgrade --sql'],
  },
  {
    names: ['aerich'],
    rules: [
      { id: 'aerich-downgrade', match: 'downgrade', ...back },
      { id: 'aerich-upgrade', match: 'upgrade|init-db', ...forward },
    ],
    harmless: ['migrate|heads|history|init|inspectdb'],
  },
  {
    names: ['yoyo', 'yoyo-migrate', 'pw_migrate', 'pem'],
    rules: [
      { id: 'yoyo-rollback', match: 'rollback|reapply', ...back },
      { id: 'yoyo-apply', match: 'apply|migrate', ...forward },
    ],
    harmless: ['list|new|create|develop'],
  },
  {
    names: ['piccolo'],
    rules: [
      { id: 'piccolo-backwards', match: 'migrations backwards', ...back },
      { id: 'piccolo-forwards', match: 'migrations forwards', ...forward },
    ],
    harmless: ['migrations new|check'],
  },
  {
    names: ['airflow'],
    rules: [
      { id: 'airflow-reset', match: 'db reset', ...reset },
      {
        id: 'airflow-clean',
        match: 'db clean',
        kind: 'delete',
        reach: 'some',
        subject: 'rows that are old',
      },
      { id: 'airflow-downgrade', match: 'db downgrade', ...back },
      { id: 'airflow-migrate', match: 'db migrate|upgrade|init', ...forward },
    ],
    harmless: ['version|info|cheat-sheet', 'db check|check-migrations'],
  },
];
