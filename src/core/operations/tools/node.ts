import { shapeOf } from '../../targets/tools/toolOptions';
import { hasOption, type Command } from '../command';
import type { Payload } from '../payload';
import type { Tool } from '../tool';
import { back, dropDatabase, forward, record, reset, seed } from './migrationEffects';
import { givenText, sqlInOptions } from './statements';

function payloadsOfPrisma(command: Command): readonly Payload[] {
  const [first, second] = command.words;
  if (first !== 'db' || second !== 'execute') return [];
  return hasOption(command, 'stdin')
    ? givenText('sql', undefined)
    : sqlInOptions(command, [], ['file']);
}

/** What changes the schemas of Node programs. */
export const nodeTools: readonly Tool[] = [
  {
    names: ['rw', 'redwood', 'blitz'],
    rules: [],
    delegate: ({ args: [verb, ...rest] }) => (verb === 'prisma' ? ['prisma', ...rest] : undefined),
    delegates: ['prisma'],
  },
  {
    names: ['prisma'],
    shape: shapeOf('schema config url name,n file script to-schema from-schema'),
    rules: [
      { id: 'prisma-reset', match: ['migrate reset', 'db push --force-reset'], ...reset },
      {
        id: 'prisma-push-accepting-loss',
        match: 'db push --accept-data-loss',
        kind: 'drop',
        reach: 'some',
        subject: 'the columns and tables that the schema has not',
      },
      {
        id: 'prisma-push',
        match: 'db push !--accept-data-loss !--force-reset',
        ...forward,
      },
      { id: 'prisma-migrate', match: 'migrate deploy|dev|up !--create-only', ...forward },
      { id: 'prisma-migrate-down', match: 'migrate down', ...back },
      { id: 'prisma-resolve', match: 'migrate resolve', ...record },
      { id: 'prisma-seed', match: 'db seed', ...seed },
    ],
    payloads: payloadsOfPrisma,
    harmless: [
      'generate|validate|format|version|init|studio|debug|telemetry',
      'migrate status|diff',
      'migrate dev --create-only',
      'db pull',
      '--version',
    ],
  },
  {
    names: ['knex'],
    shape: shapeOf('env knexfile client connection cwd migrations-directory x specific'),
    rules: [
      { id: 'knex-rollback-all', match: 'migrate:rollback --all', ...reset },
      { id: 'knex-rollback', match: ['migrate:rollback !--all', 'migrate:down'], ...back },
      { id: 'knex-migrate', match: 'migrate:latest|migrate:up', ...forward },
      {
        id: 'knex-seed',
        match: 'seed:run',
        kind: 'overwrite',
        reach: 'some',
        subject: 'the tables that have seeds',
      },
      { id: 'knex-unlock', match: 'migrate:unlock', ...record },
    ],
    harmless: [
      'migrate:make|migrate:list|migrate:status|migrate:currentVersion|seed:make|init',
      '--version',
    ],
  },
  {
    names: ['sequelize', 'sequelize-cli'],
    shape: shapeOf(
      'env config url options-path migrations-path seeders-path models-path name to from seed',
    ),
    rules: [
      { id: 'sequelize-drop', match: 'db:drop', ...dropDatabase },
      { id: 'sequelize-undo-all', match: 'db:migrate:undo:all', ...reset },
      { id: 'sequelize-undo', match: 'db:migrate:undo', ...back },
      {
        id: 'sequelize-migrate',
        match: 'db:migrate|db:migrate:schema:timestamps:add',
        ...forward,
      },
      { id: 'sequelize-seed', match: 'db:seed|db:seed:all', ...seed },
      {
        id: 'sequelize-undo-seed',
        match: 'db:seed:undo|db:seed:undo:all',
        kind: 'delete',
        reach: 'some',
        subject: 'what the seeds made',
      },
    ],
    harmless: ['db:migrate:status|init|init:*|*:generate|*:create', '--version'],
  },
  {
    names: ['typeorm', 'typeorm-ts-node-commonjs', 'typeorm-ts-node-esm'],
    shape: shapeOf('d,dataSource t,transaction o,outputJs'),
    rules: [
      { id: 'typeorm-drop', match: 'schema:drop', ...reset },
      {
        id: 'typeorm-sync',
        match: 'schema:sync',
        kind: 'drop',
        reach: 'some',
        subject: 'the columns and tables that the entities have not',
      },
      { id: 'typeorm-revert', match: 'migration:revert', ...back },
      { id: 'typeorm-run', match: 'migration:run', ...forward },
    ],
    payloads: ({ words: [verb, text] }) =>
      verb === 'query' && text !== undefined ? givenText('sql', text) : [],
    harmless: [
      'schema:log|migration:show|migration:create|migration:generate|entity:create|subscriber:create|cache:clear|init|version',
    ],
  },
  {
    names: ['drizzle-kit'],
    shape: shapeOf('config url dialect schema out'),
    rules: [
      {
        id: 'drizzle-push-forced',
        match: 'push|push:* --force',
        kind: 'drop',
        reach: 'some',
        subject: 'the columns and tables that the schema has not',
      },
      { id: 'drizzle-push', match: ['push|push:* !--force', 'migrate'], ...forward },
    ],
    harmless: ['generate|generate:*|introspect|introspect:*|pull|check|up|studio|drop|export'],
  },
  {
    names: ['mikro-orm', 'mikro-orm-esm'],
    shape: shapeOf('config contextName c,class t,to f,from o,only'),
    rules: [
      { id: 'mikro-orm-drop', match: 'schema:drop --run|r', ...reset },
      { id: 'mikro-orm-fresh', match: ['schema:fresh --run|r', 'migration:fresh'], ...reset },
      {
        id: 'mikro-orm-update',
        match: 'schema:update --run|r !--safe',
        kind: 'drop',
        reach: 'some',
        subject: 'the columns and tables that the entities have not',
      },
      {
        id: 'mikro-orm-migrate',
        match: ['schema:update --run|r --safe', 'schema:create --run|r', 'migration:up'],
        ...forward,
      },
      { id: 'mikro-orm-down', match: 'migration:down', ...back },
      { id: 'mikro-orm-seed', match: 'seeder:run', ...seed },
    ],
    payloads: ({ words: [verb, path] }) =>
      verb === 'database:import' && path !== undefined
        ? [{ language: 'sql', kind: 'file', path }]
        : [],
    harmless: ['debug|generate-entities|cache:*|migration:list|migration:pending|migration:check'],
  },
  {
    names: ['migrate-mongo', 'node-pg-migrate', 'pg-migrate', 'db-migrate', 'ts-migrate-mongoose'],
    shape: shapeOf(
      'f,file e,env config m,migrations-dir d,database-url-var c,count t,table s,schema',
    ),
    rules: [
      { id: 'migrate-reset', match: 'reset|reset:*', ...reset },
      { id: 'migrate-drop', match: 'db:drop', ...dropDatabase },
      { id: 'migrate-down', match: 'down|down:*|redo', ...back },
      { id: 'migrate-up', match: 'up|up:*', ...forward },
    ],
    harmless: ['status|create|create:*|init|list', '--version'],
    idle: ['--dry-run'],
  },
  {
    names: ['ace'],
    rules: [
      { id: 'ace-fresh', match: 'migration:fresh|migration:reset|db:wipe', ...reset },
      { id: 'ace-refresh', match: 'migration:refresh', ...reset },
      { id: 'ace-rollback', match: 'migration:rollback', ...back },
      { id: 'ace-migrate', match: 'migration:run', ...forward },
      {
        id: 'ace-truncate',
        match: 'db:truncate',
        kind: 'truncate',
        subject: 'every table',
        takesAll: true,
      },
      { id: 'ace-seed', match: 'db:seed', ...seed },
    ],
    harmless: ['migration:status|list:routes|make:*|generate:*|build'],
    idle: ['--dry-run'],
  },
  {
    names: ['payload', 'medusa'],
    rules: [
      { id: 'payload-fresh', match: 'migrate:fresh|migrate:reset|migrate:refresh', ...reset },
      { id: 'payload-down', match: ['migrate:down', 'db:rollback|migrations:rollback'], ...back },
      { id: 'payload-migrate', match: ['migrate', 'db:migrate|migrations run'], ...forward },
    ],
    harmless: ['migrate:status|migrate:create|generate:*', 'db:generate'],
  },
  {
    names: ['strapi'],
    rules: [
      {
        id: 'strapi-import',
        match: ['import', 'transfer --to'],
        kind: 'overwrite',
        subject: 'every record of the project',
        takesAll: true,
      },
    ],
    harmless: ['export|report|version|routes:list|build'],
  },
  {
    names: ['wasp', 'encore', 'gel', 'edgedb'],
    rules: [
      { id: 'database-reset', match: ['db reset', 'database|branch wipe'], ...reset },
      {
        id: 'database-drop',
        match: ['database|branch drop', 'instance destroy'],
        ...dropDatabase,
      },
      { id: 'database-migrate', match: ['db migrate*', 'migration apply', 'migrate'], ...forward },
      { id: 'database-seed', match: 'db seed', ...seed },
    ],
  },
];
