import { shapeOf } from '../../targets/tools/toolOptions';
import { optionValue, type Command } from '../command';
import type { Payload } from '../payload';
import type { CommandRule, Tool } from '../tool';
import { back, forward, reset, seed } from './migrationEffects';
import { givenText } from './statements';

const artisanRules: readonly CommandRule[] = [
  {
    id: 'artisan-fresh',
    match:
      'migrate:fresh|migrate:reset|db:wipe|module:migrate-fresh|module:migrate-reset|tenants:migrate-fresh',
    ...reset,
  },
  {
    id: 'artisan-refresh',
    match: 'migrate:refresh|module:migrate-refresh !--step',
    ...reset,
  },
  {
    id: 'artisan-rollback',
    match: [
      'migrate:rollback|module:migrate-rollback|tenants:rollback',
      'migrate:refresh|module:migrate-refresh --step',
    ],
    ...back,
  },
  {
    id: 'artisan-migrate',
    match: 'migrate|migrate:install|module:migrate|tenants:migrate',
    ...forward,
  },
  { id: 'artisan-seed', match: ['db:seed|module:seed|tenants:seed', 'migrate* --seed'], ...seed },
  {
    id: 'artisan-clear-queue',
    match: 'queue:clear|queue:flush|queue:prune-failed|queue:prune-batches|horizon:clear',
    kind: 'delete',
    reach: 'some',
    subject: 'jobs of the queue',
  },
  {
    id: 'artisan-prune',
    match: 'model:prune|telescope:prune|telescope:clear|activitylog:clean|sanctum:prune-expired',
    kind: 'delete',
    reach: 'some',
    subject: 'records that are old',
  },
  {
    id: 'artisan-clean-backups',
    match: 'backup:clean',
    kind: 'delete',
    reach: 'some',
    subject: 'the backups that are old',
  },
];

function payloadsOfArtisan(command: Command): readonly Payload[] {
  switch (command.words[0]) {
    case 'tinker':
      return givenText('php', optionValue(command, 'execute'));
    case 'db':
      return givenText('sql', undefined);
    default:
      return [];
  }
}

const symfonyRules: readonly CommandRule[] = [
  {
    id: 'symfony-drop-database',
    match: 'doctrine:database:drop|d:d:d --force',
    kind: 'drop',
    subject: 'the database',
    takesAll: true,
  },
  {
    id: 'symfony-drop-collections',
    match: 'doctrine:mongodb:schema:drop',
    kind: 'drop',
    subject: 'every collection',
    takesAll: true,
  },
  { id: 'symfony-drop-schema', match: 'doctrine:schema:drop|d:s:d --force', ...reset },
  { id: 'symfony-drop-everything', match: 'doctrine:schema:drop|d:s:d --full-database', ...reset },
  {
    id: 'symfony-update-schema',
    match: 'doctrine:schema:update|d:s:u --force',
    kind: 'drop',
    reach: 'some',
    subject: 'the columns and tables that the mapping has not',
  },
  { id: 'symfony-create-schema', match: 'doctrine:schema:create', ...forward },
  {
    id: 'symfony-migrate-to-nothing',
    match: 'doctrine:migrations:migrate|d:m:m first|0',
    ...reset,
  },
  {
    id: 'symfony-migrate-back',
    match: ['doctrine:migrations:migrate|d:m:m prev', 'doctrine:migrations:execute|d:m:e --down'],
    ...back,
  },
  {
    id: 'symfony-migrate',
    match: ['doctrine:migrations:migrate|d:m:m', 'doctrine:migrations:execute|d:m:e'],
    unless: ['* first|0|prev', '* --down'],
    ...forward,
  },
  {
    id: 'symfony-load-fixtures',
    match:
      'doctrine:fixtures:load|d:f:l|hautelook:fixtures:load|doctrine:mongodb:fixtures:load !--append',
    kind: 'overwrite',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'symfony-append-fixtures',
    match:
      'doctrine:fixtures:load|d:f:l|hautelook:fixtures:load|doctrine:mongodb:fixtures:load --append',
    ...seed,
  },
];

function payloadsOfSymfony({ words: [verb = '', text] }: Command): readonly Payload[] {
  if (/^(doctrine:query:sql|dbal:run-sql)$/.test(verb) && text !== undefined)
    return givenText('sql', text);
  return verb === 'doctrine:database:import' && text !== undefined
    ? [{ language: 'sql', kind: 'file', path: text }]
    : [];
}

const wordpressRules: readonly CommandRule[] = [
  { id: 'wp-reset', match: ['db reset|clean', 'site empty'], ...reset },
  {
    id: 'wp-drop',
    match: 'db drop',
    kind: 'drop',
    subject: 'the database',
    takesAll: true,
  },
  {
    id: 'wp-delete',
    match: 'post|user|comment|term|option|site|menu|media delete',
    kind: 'delete',
    reach: 'some',
    subject: '{*}',
  },
  {
    id: 'wp-replace',
    match: 'search-replace',
    kind: 'update',
    subject: 'every row that holds {*}',
  },
  {
    id: 'wp-import',
    match: 'db import',
    kind: 'overwrite',
    subject: 'every table of {*}',
    takesAll: true,
  },
];

const drushRules: readonly CommandRule[] = [
  { id: 'drush-drop', match: 'sql-drop|sql:drop', ...reset },
  {
    id: 'drush-install',
    match: 'site-install|site:install|si|sql-sync|sql:sync|archive:restore',
    kind: 'overwrite',
    subject: 'every table {*}',
    takesAll: true,
  },
  {
    id: 'drush-delete',
    match: 'entity:delete|entity-delete',
    kind: 'delete',
    subject: 'every {*}',
  },
  { id: 'drush-update', match: 'updatedb|updb|updatedb:*', ...forward },
];

/** Laravel, Symfony, and what manages the databases of other PHP programs. */
export const phpTools: readonly Tool[] = [
  {
    names: ['sail'],
    rules: [],
    delegate: ({ args: [verb = '', ...rest] }) =>
      /^(artisan|art|a)$/.test(verb) ? ['artisan', ...rest] : undefined,
    delegates: ['artisan'],
  },
  {
    names: ['artisan'],
    shape: shapeOf('env database path seeder class execute step model queue'),
    rules: artisanRules,
    payloads: payloadsOfArtisan,
    harmless: [
      'migrate:status|db:show|db:table|db:monitor|schema:dump|route:*|config:*|view:*|event:*|make:*|about|list|help',
      'key:generate|optimize|optimize:clear|storage:link|vendor:publish|package:discover|lang:publish|stub:publish|env',
    ],
    idle: ['--pretend', '--version'],
  },
  {
    names: ['console'],
    shape: shapeOf('e,env c,connection em shard configuration group f,format'),
    rules: symfonyRules,
    payloads: payloadsOfSymfony,
    harmless: [
      'debug:*|make:*|cache:*|lint:*|router:*|assets:*|list|help|about|secrets:*|config:*',
      'doctrine:mapping:*|doctrine:schema:validate|doctrine:ensure-production-settings',
      'doctrine:migrations:status|doctrine:migrations:list|doctrine:migrations:current|doctrine:migrations:latest|doctrine:migrations:diff|doctrine:migrations:generate|doctrine:migrations:up-to-date',
    ],
    idle: ['--dry-run', '--dump-sql', '--version'],
  },
  {
    names: ['phinx'],
    shape: shapeOf('c,configuration e,environment t,target d,date s,seed p,parser'),
    rules: [
      { id: 'phinx-rollback-all', match: 'rollback --target=0', ...reset },
      { id: 'phinx-rollback', match: 'rollback', unless: 'rollback --target=0', ...back },
      { id: 'phinx-migrate', match: 'migrate', ...forward },
      { id: 'phinx-seed', match: 'seed:run', ...seed },
    ],
    harmless: ['status|create|init|list|test|seed:create|breakpoint'],
    idle: ['--dry-run|-x'],
  },
  {
    names: ['yii', 'spark', 'cake'],
    rules: [
      {
        id: 'yii-fresh',
        match: ['migrate/fresh', 'migrate:refresh', 'migrations reset'],
        ...reset,
      },
      {
        id: 'yii-down',
        match: ['migrate/down|migrate/redo|migrate/to', 'migrate:rollback', 'migrations rollback'],
        ...back,
      },
      { id: 'yii-migrate', match: ['migrate|migrate/up', 'migrations migrate'], ...forward },
      { id: 'yii-seed', match: ['db:seed', 'migrations seed', 'fixture|fixture/load'], ...seed },
    ],
    harmless: ['migrate/history|migrate/new|migrate/create|migrate:status', 'migrations status'],
  },
  {
    names: ['wp'],
    shape: { flags: [] },
    rules: wordpressRules,
    payloads: ({ words: [group, verb, text] }) =>
      group === 'db' && /^(query|cli)$/.test(verb ?? '') ? givenText('sql', text) : [],
    harmless: ['db export|check|size|tables|columns|search', 'core|plugin|theme version|list'],
    idle: ['--dry-run'],
  },
  {
    names: ['drush'],
    rules: drushRules,
    payloads: ({ words: [verb = '', text] }) =>
      /^(sql-query|sql:query|sqlq|sql-cli|sql:cli|sqlc)$/.test(verb) ? givenText('sql', text) : [],
    harmless: ['sql-dump|sql:dump|sql-conf|sql:conf|status|core:status|cache:rebuild|cr'],
    idle: ['--simulate'],
  },
];
