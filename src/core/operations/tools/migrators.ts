import { shapeOf, type OptionShape } from '../../targets/tools/toolOptions';
import type { Tool } from '../tool';
import { back, forward, record, reset, seed } from './migrationEffects';
import { sqlInOptions } from './statements';
import { tasks } from './tasks';

/** Options as Go has them: long ones may have a single dash. */
function dashed(valued: string): OptionShape {
  return { valued: valued.split(' '), aliases: {} };
}

/** Migrators that belong to no framework, and those of Elixir, .NET, Rust, Go and the JVM. */
export const migratorTools: readonly Tool[] = [
  {
    names: ['mix'],
    shape: shapeOf('r,repo n,step to prefix migrations-path'),
    rules: [
      {
        id: 'mix-drop',
        match: tasks('ecto.drop*', 'ash.tear_down*', 'ash_postgres.drop*'),
        kind: 'drop',
        subject: 'the database {--repo}',
        takesAll: true,
      },
      { id: 'mix-reset', match: tasks('ecto.reset*', 'ash.reset*'), ...reset },
      { id: 'mix-rollback-all', match: tasks('ecto.rollback* --all'), ...reset },
      { id: 'mix-rollback', match: tasks('ecto.rollback* !--all', 'ash.rollback*'), ...back },
      {
        id: 'mix-migrate',
        match: tasks('ecto.migrate', 'ecto.migrate,', 'ecto.setup*', 'ecto.load*', 'ash.migrate*'),
        ...forward,
      },
    ],
    harmless: [
      'format|compile|deps.*|phx.routes|phx.gen.*|ecto.gen.*|ecto.migrations|ecto.dump|help|hex.*',
    ],
  },
  {
    names: ['dotnet', 'dotnet-ef'],
    shape: shapeOf(
      'p,project s,startup-project c,context framework configuration connection o,output',
    ),
    rules: [
      {
        id: 'dotnet-ef-drop',
        match: '[ef] database drop',
        kind: 'drop',
        subject: 'the database',
        takesAll: true,
      },
      { id: 'dotnet-ef-update-to-nothing', match: '[ef] database update 0', ...reset },
      {
        id: 'dotnet-ef-update',
        match: '[ef] database update',
        unless: '[ef] database update 0',
        ...forward,
      },
      { id: 'dotnet-ef-remove', match: '[ef] migrations remove --force|f', ...back },
    ],
    harmless: [
      'build|restore|format|new|add|list|sln|nuget|clean|pack|tool',
      '[ef] migrations add|list|script|has-pending-model-changes',
      '[ef] dbcontext info|list|scaffold|script|optimize',
      '[ef] migrations remove !--force',
    ],
    idle: ['--dry-run'],
  },
  {
    names: ['flyway'],
    shape: dashed(''),
    rules: [
      { id: 'flyway-clean', match: ['clean', '* clean'], ...reset },
      { id: 'flyway-undo', match: 'undo', ...back },
      { id: 'flyway-migrate', match: ['migrate', '* migrate'], ...forward },
      { id: 'flyway-repair', match: 'repair|baseline', ...record },
    ],
    harmless: ['info|validate|check|version|help'],
  },
  {
    names: ['liquibase'],
    shape: { flags: [] },
    rules: [
      { id: 'liquibase-drop-all', match: 'drop-all|dropAll', ...reset },
      {
        id: 'liquibase-rollback',
        match:
          'rollback|rollback-count|rollbackCount|rollback-to-date|rollbackToDate|rollback-one-*',
        ...back,
      },
      {
        id: 'liquibase-update',
        match:
          'update|update-count|updateCount|update-to-tag|updateToTag|update-testing-rollback|updateTestingRollback|update-one-changeset',
        ...forward,
      },
      {
        id: 'liquibase-record',
        match:
          'tag|changelog-sync|changelogSync|clear-checksums|clearCheckSums|mark-next-changeset-ran',
        ...record,
      },
    ],
    payloads: (command) =>
      /^execute-?sql$/i.test(command.words[0] ?? '')
        ? sqlInOptions(command, ['sql'], ['sql-file', 'sqlFile'])
        : [],
    harmless: [
      '*-sql|*SQL|status|history|diff|diff-changelog|diffChangeLog|validate|generate-changelog|generateChangeLog|snapshot|list-locks|db-doc|unexpected-changesets',
    ],
  },
  {
    names: ['mvn', 'mvnw'],
    shape: shapeOf('f,file P,activate-profiles pl'),
    rules: [
      {
        id: 'maven-clean-database',
        match: tasks('flyway:clean', 'liquibase:dropAll', '*:flyway-maven-plugin*:clean'),
        ...reset,
      },
      { id: 'maven-undo', match: tasks('flyway:undo', 'liquibase:rollback'), ...back },
      { id: 'maven-migrate', match: tasks('flyway:migrate', 'liquibase:update'), ...forward },
    ],
  },
  {
    names: ['gradle', 'gradlew'],
    shape: shapeOf('b,build-file c,settings-file p,project-dir I,init-script x,exclude-task'),
    rules: [
      {
        id: 'gradle-clean-database',
        match: ['*flywayClean', '* *flywayClean', '*dropAll', '* *dropAll'],
        ...reset,
      },
      {
        id: 'gradle-undo',
        match: ['*flywayUndo', '*rollbackCount', '*liquibaseRollback*'],
        ...back,
      },
      {
        id: 'gradle-migrate',
        match: ['*flywayMigrate', '* *flywayMigrate', '*liquibaseUpdate'],
        ...forward,
      },
    ],
    idle: ['--dry-run|-m'],
  },
  {
    names: ['goose'],
    shape: dashed('dir table certfile ssl-cert ssl-key timeout env'),
    rules: [
      { id: 'goose-reset', match: ['reset', '* * reset', 'down-to 0', '* * down-to 0'], ...reset },
      {
        id: 'goose-down',
        match: ['down|down-to|redo', '* * down|down-to|redo'],
        unless: ['down-to 0', '* * down-to 0'],
        ...back,
      },
      { id: 'goose-up', match: ['up|up-to|up-by-one', '* * up|up-to|up-by-one'], ...forward },
    ],
    harmless: ['status|version|create|fix|validate', '* * status|version'],
  },
  {
    names: ['migrate', 'golang-migrate'],
    shape: dashed('path database source prefetch lock-timeout'),
    rules: [
      { id: 'golang-migrate-drop', match: 'drop', ...reset },
      { id: 'golang-migrate-down-all', match: 'down', unless: 'down *', ...reset },
      { id: 'golang-migrate-down', match: 'down *', ...back },
      { id: 'golang-migrate-up', match: 'up|goto', ...forward },
      { id: 'golang-migrate-force', match: 'force', ...record },
    ],
    harmless: ['version|create'],
  },
  {
    names: ['dbmate'],
    shape: shapeOf('u,url e,env env-file d,migrations-dir s,schema-file migrations-table'),
    rules: [
      { id: 'dbmate-drop', match: 'drop', kind: 'drop', subject: 'the database', takesAll: true },
      { id: 'dbmate-down', match: 'down|rollback', ...back },
      { id: 'dbmate-up', match: 'up|migrate', ...forward },
      {
        id: 'dbmate-load',
        match: 'load',
        kind: 'overwrite',
        reach: 'some',
        subject: 'the tables of the schema',
      },
    ],
    harmless: ['status|dump|new|n|wait|help'],
  },
  {
    names: ['sqitch'],
    shape: { flags: ['verify', 'y'] },
    rules: [
      { id: 'sqitch-revert-all', match: 'revert|rebase !--to|--to-change', ...reset },
      { id: 'sqitch-revert', match: ['revert|rebase --to|--to-change', 'checkout'], ...back },
      { id: 'sqitch-deploy', match: 'deploy', ...forward },
    ],
    harmless: ['verify|status|log|plan|add|init|tag|bundle|show|help'],
    idle: ['--log-only'],
  },
  {
    names: ['atlas'],
    shape: shapeOf('u,url to,f dev-url dir c,config env s,schema'),
    rules: [
      { id: 'atlas-clean', match: 'schema clean', ...reset },
      {
        id: 'atlas-apply',
        match: 'schema apply',
        kind: 'drop',
        reach: 'some',
        subject: 'the columns and tables that the schema has not',
      },
      { id: 'atlas-down', match: 'migrate down', ...back },
      { id: 'atlas-migrate', match: 'migrate apply', ...forward },
      { id: 'atlas-record', match: 'migrate set', ...record },
    ],
    harmless: ['schema inspect|diff|fmt', 'migrate diff|lint|hash|status|validate|new|import'],
    idle: ['--dry-run'],
  },
  {
    names: ['cargo'],
    rules: [],
    delegate: ({ args: [verb, ...rest] }) => (verb === 'sqlx' ? ['sqlx', ...rest] : undefined),
    delegates: ['sqlx'],
  },
  {
    names: ['sqlx'],
    shape: shapeOf('D,database-url source target-version connect-timeout'),
    rules: [
      {
        id: 'sqlx-drop',
        match: 'database|db drop',
        kind: 'drop',
        subject: 'the database',
        takesAll: true,
      },
      { id: 'sqlx-reset', match: 'database|db reset', ...reset },
      { id: 'sqlx-revert', match: 'migrate|mig revert', ...back },
      { id: 'sqlx-run', match: ['migrate|mig run', 'database|db setup'], ...forward },
    ],
    harmless: ['migrate|mig info|add|build-script', 'prepare'],
    idle: ['--dry-run'],
  },
  {
    names: ['diesel'],
    shape: shapeOf('database-url migration-dir config-file n,number'),
    rules: [
      { id: 'diesel-reset', match: ['database|db reset|drop', 'migration revert --all'], ...reset },
      { id: 'diesel-revert', match: ['migration revert !--all', 'migration redo'], ...back },
      { id: 'diesel-run', match: ['migration run', 'setup', 'database|db setup'], ...forward },
    ],
    harmless: ['print-schema|completions|help', 'migration list|pending|generate'],
  },
  {
    names: ['sea-orm-cli'],
    shape: shapeOf('u,database-url s,database-schema d,migration-dir n,num'),
    rules: [
      { id: 'sea-orm-reset', match: 'migrate fresh|refresh|reset', ...reset },
      { id: 'sea-orm-down', match: 'migrate down', ...back },
      { id: 'sea-orm-up', match: 'migrate up', ...forward },
    ],
    harmless: ['migrate status|init|generate', 'generate *'],
  },
  {
    names: ['dbt'],
    shape: { flags: ['full-refresh', 'f', 'debug', 'd'] },
    rules: [
      {
        id: 'dbt-full-refresh',
        match: 'run|build|seed --full-refresh|-f',
        kind: 'overwrite',
        reach: 'some',
        subject: 'the tables of the models {--select|-s}',
      },
    ],
    harmless: ['compile|parse|list|ls|docs|deps|debug|clean|init|show'],
  },
  {
    names: ['hasura'],
    shape: shapeOf(
      'endpoint admin-secret database-name up down version goto type project file envfile',
    ),
    rules: [
      { id: 'hasura-down-all', match: 'migrate apply --down=all', ...reset },
      {
        id: 'hasura-down',
        match: ['migrate apply --down', 'migrate apply --type=down'],
        unless: 'migrate apply --down=all',
        ...back,
      },
      {
        id: 'hasura-migrate',
        match: ['migrate apply !--down', 'deploy'],
        unless: 'migrate apply --type=down',
        ...forward,
      },
      { id: 'hasura-seed', match: 'seed apply', ...seed },
      {
        id: 'hasura-metadata',
        match: 'metadata clear|apply|reload',
        kind: 'update',
        reach: 'some',
        subject: 'the metadata of the endpoint {--endpoint}',
      },
    ],
    harmless: [
      'console|version|init',
      'migrate status|create|squash',
      'metadata export|diff|inconsistency',
    ],
    idle: ['--dry-run'],
  },
  {
    names: ['pgroll', 'schemachange', 'tern'],
    rules: [
      { id: 'tern-down', match: 'rollback', ...back },
      { id: 'tern-migrate', match: 'migrate|start|complete|deploy', ...forward },
    ],
    harmless: ['status|new|init|validate'],
  },
];
