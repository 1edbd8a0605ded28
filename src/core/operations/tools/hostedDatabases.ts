import { shapeOf } from '../../targets/tools/toolOptions';
import { hasOption, optionValue } from '../command';
import { namedPlace } from '../places/namedPlace';
import type { Tool } from '../tool';
import { back, forward, record, reset, seed } from './migrationEffects';
import { givenText, sqlBehindDashes } from './statements';

const placeInSupabase = namedPlace('Supabase', {
  'the project': '--project-ref --ref $SUPABASE_PROJECT_ID',
  'the branch': '--branch',
});

/** Platforms that host databases and know them by names of their own. */
export const hostedDatabaseTools: readonly Tool[] = [
  {
    names: ['heroku'],
    shape: shapeOf('a,app r,remote c,command confirm s,size wait-interval'),
    rules: [
      {
        id: 'heroku-reset',
        match: 'pg:reset',
        kind: 'drop',
        subject: 'the database {*}',
        takesAll: true,
      },
      {
        id: 'heroku-overwrite',
        match: 'pg:copy|pg:backups:restore|pg:restore',
        kind: 'overwrite',
        subject: 'the database {last}',
        takesAll: true,
      },
      { id: 'heroku-push', match: 'pg:push', kind: 'overwrite', subject: 'the database {last}' },
      {
        id: 'heroku-destroy-add-on',
        match: 'addons:destroy|addons:remove',
        kind: 'drop',
        subject: 'the add-on {*}',
      },
      {
        id: 'heroku-destroy-app',
        match: 'apps:destroy|apps:delete|destroy',
        kind: 'drop',
        subject: 'the app {--app} and its add-ons',
        takesAll: true,
      },
      {
        id: 'heroku-delete-backup',
        match: 'pg:backups:delete|pg:backups:unschedule',
        kind: 'delete',
        reach: 'some',
        subject: 'the backup {*}',
      },
      {
        id: 'heroku-unfollow',
        match: 'pg:unfollow|pg:promote|pg:maintenance:run|redis:maintenance',
        kind: 'terminate',
        reach: 'one',
        subject: 'the database {*}',
      },
    ],
    payloads: ({ words, options }) =>
      /^(pg:psql|psql|pg)$/.test(words[0] ?? '')
        ? givenText('postgresql', options.findLast(({ name }) => name === 'command')?.value)
        : [],
    place: namedPlace('Heroku', {
      'the app': '--app $HEROKU_APP',
      'the remote': '--remote',
      'the database': '--confirm',
    }),
    harmless: [
      'pg:info|pg:ps|pg:locks|pg:backups|pg:backups:info|pg:backups:url|pg:credentials|pg:diagnose|pg:outliers|pg:bloat|pg:wait',
      'apps|apps:info|logs|ps|config|addons|releases|status|auth:*|login|whoami|version',
    ],
  },
  {
    names: ['fly', 'flyctl'],
    shape: shapeOf('a,app o,org c,config C,command r,region d,database u,user'),
    rules: [
      {
        id: 'fly-destroy-database',
        match: [
          'postgres|pg|mpg|redis|mysql|consul destroy|delete',
          'extensions|ext * destroy|delete',
        ],
        kind: 'drop',
        subject: 'the database {*}',
        takesAll: true,
      },
      {
        id: 'fly-destroy-app',
        match: ['apps destroy|delete', 'destroy'],
        kind: 'drop',
        subject: 'the app {*} and its volumes',
        takesAll: true,
      },
      {
        id: 'fly-destroy-volume',
        match: 'volumes|volume|vol destroy|delete',
        kind: 'drop',
        subject: 'the volume {*}',
      },
      {
        id: 'fly-restore',
        match: 'postgres|pg|mpg restore|import',
        kind: 'overwrite',
        subject: 'the database {*}',
        takesAll: true,
      },
      {
        id: 'fly-stop-database',
        match: 'postgres|pg|mpg restart|failover|detach',
        kind: 'terminate',
        reach: 'one',
        subject: 'the database {*}',
      },
      {
        id: 'fly-stop-machine',
        match: ['machine|machines|m destroy|stop|kill|remove|rm', 'apps suspend', 'suspend'],
        kind: 'terminate',
        reach: 'some',
        subject: 'the machine {*}',
      },
    ],
    payloads: ({ words: [group = '', verb] }) =>
      /^(postgres|pg|mpg)$/.test(group) && verb === 'connect'
        ? givenText('postgresql', undefined)
        : [],
    place: namedPlace('Fly', {
      'the app': '--app $FLY_APP',
      'the organization': '--org $FLY_ORG',
      'the configuration': '--config',
    }),
    harmless: ['status|logs|version|auth|info', '* list|ls|show|status'],
  },
  {
    names: ['railway'],
    shape: shapeOf('e,environment s,service p,project v,volume'),
    rules: [
      {
        id: 'railway-delete-volume',
        match: 'volume delete|remove|detach',
        kind: 'drop',
        subject: 'the volume {--volume} {*}',
      },
      {
        id: 'railway-delete',
        match: ['delete', 'environment|env delete', 'service|project delete'],
        kind: 'drop',
        subject: 'the project or environment {*}',
        takesAll: true,
      },
      { id: 'railway-down', match: 'down', kind: 'terminate', subject: 'the service {--service}' },
    ],
    payloads: ({ words }) => (words[0] === 'connect' ? givenText('sql', undefined) : []),
    place: namedPlace('Railway', {
      'the environment': '--environment $RAILWAY_ENVIRONMENT $RAILWAY_ENVIRONMENT_NAME',
      'the project': '--project $RAILWAY_PROJECT_NAME',
      'the service': '--service',
    }),
    harmless: ['status|logs|whoami|login|list|link|variables|open|docs'],
  },
  {
    names: ['neonctl', 'neon'],
    shape: shapeOf('project-id b,branch database-name role-name org-id parent'),
    rules: [
      {
        id: 'neon-delete',
        match: 'branches|branch|databases|database|projects|project delete',
        kind: 'drop',
        subject: 'the branch or database {*}',
        takesAll: true,
      },
      {
        id: 'neon-reset',
        match: 'branches|branch reset|restore',
        kind: 'overwrite',
        subject: 'the branch {*}',
        takesAll: true,
      },
    ],
    payloads(command) {
      const isClient = command.words[0] === 'psql' || hasOption(command, 'psql');
      return isClient ? givenText('postgresql', sqlBehindDashes(command)) : [];
    },
    place: namedPlace('Neon', {
      'the project': '--project-id $NEON_PROJECT_ID',
      'the branch': '--branch',
    }),
    harmless: ['me|auth', '* list|get'],
  },
  {
    names: ['pscale'],
    shape: shapeOf('org format role replica local-addr host port'),
    rules: [
      {
        id: 'pscale-delete',
        match: 'database|db|branch delete|rm',
        kind: 'drop',
        subject: 'the database or branch {*}',
        takesAll: true,
      },
      {
        id: 'pscale-restore',
        match: 'database|db restore-dump|restore',
        kind: 'overwrite',
        subject: 'the database {*}',
        takesAll: true,
      },
      {
        id: 'pscale-delete-backup',
        match: 'backup delete',
        kind: 'delete',
        subject: 'the backup {*}',
      },
      { id: 'pscale-deploy', match: 'deploy-request deploy|apply', ...forward },
      {
        id: 'pscale-revert',
        match: ['deploy-request revert', 'branch demote|schema-revert'],
        ...back,
      },
    ],
    payloads: ({ words }) => (words[0] === 'shell' ? givenText('mysql', undefined) : []),
    place: namedPlace('PlanetScale', { 'the organization': '--org' }),
    harmless: ['* list|show|diff|schema', 'auth|version|ping'],
  },
  {
    names: ['turso'],
    shape: shapeOf('group instance location'),
    rules: [
      {
        id: 'turso-destroy',
        match: 'db|database|group|groups destroy',
        kind: 'drop',
        subject: 'the database {*}',
        takesAll: true,
      },
    ],
    payloads: ({ words: [group, verb, , text] }) =>
      /^(db|database)$/.test(group ?? '') && verb === 'shell' ? givenText('sql', text) : [],
    place: namedPlace('Turso', { 'the group': '--group' }),
    harmless: ['* list|show|inspect', 'auth|plan'],
  },
  {
    names: ['supabase'],
    shape: shapeOf(
      'db-url workdir project-ref ref branch p,password s,schema f,file version last o,output id',
    ),
    rules: [
      { id: 'supabase-reset', match: 'db reset', ...reset },
      { id: 'supabase-push', match: ['db push', 'migration up'], ...forward },
      { id: 'supabase-down', match: 'migration down', ...reset },
      { id: 'supabase-record', match: 'migration repair|squash', ...record },
      { id: 'supabase-seed', match: ['db push --include-seed', 'seed *'], ...seed },
    ],
    payloads: (command) =>
      command.words[0] === 'db' && command.words[1] === 'shell'
        ? givenText('postgresql', sqlBehindDashes(command))
        : [],
    harmless: [
      'status|start|link|login|init|services|gen|inspect|completion',
      'db diff|lint|dump|pull|start',
      'migration list|new|fetch',
      'projects|branches|functions|orgs|secrets list|get',
      'test *',
    ],
    idle: ['db push --dry-run !--dry-run=false'],
  },
  {
    names: ['supabase'],
    shape: shapeOf('workdir project-ref ref branch id p,password'),
    rules: [
      {
        id: 'supabase-delete-project',
        match: 'projects|orgs|branches delete|disable',
        kind: 'drop',
        subject: 'the project {--ref|--id} {*}',
        takesAll: true,
      },
      {
        id: 'supabase-delete-stored',
        match: 'storage rm',
        kind: 'delete',
        reach: 'some',
        subject: '{*}',
      },
    ],
    place: placeInSupabase,
  },
  {
    names: ['supabase'],
    shape: shapeOf('workdir project-id'),
    rules: [
      {
        id: 'supabase-stop',
        match: 'stop --no-backup',
        kind: 'drop',
        subject: 'the volumes of the local stack',
        takesAll: true,
      },
    ],
    place: () => ({ provider: 'The container engine', kind: 'machine', names: [] }),
  },
  {
    names: ['wrangler'],
    shape: shapeOf('command file c,config e,env database name persist-to binding'),
    rules: [
      {
        id: 'wrangler-delete-database',
        match: ['d1|hyperdrive|vectorize delete', 'kv namespace delete', 'r2 bucket delete'],
        kind: 'drop',
        subject: 'the database {*}',
        takesAll: true,
      },
      {
        id: 'wrangler-restore',
        match: 'd1 time-travel restore',
        kind: 'overwrite',
        subject: 'the database {*}',
        takesAll: true,
      },
      {
        id: 'wrangler-delete-stored',
        match: ['kv key|bulk delete', 'r2 object delete'],
        kind: 'delete',
        reach: 'some',
        subject: '{*}',
      },
      { id: 'wrangler-migrate', match: 'd1 migrations apply --remote', ...forward },
    ],
    payloads(command) {
      const isRemote = command.words[0] === 'd1' && hasOption(command, 'remote');
      if (!isRemote || command.words[1] !== 'execute') return [];
      const path = optionValue(command, 'file');
      return path === undefined
        ? givenText('sql', optionValue(command, 'command'))
        : [{ language: 'sql', kind: 'file', path }];
    },
    place: namedPlace('Cloudflare', { 'the environment': '--env $CLOUDFLARE_ENV' }),
    harmless: ['whoami|login|types|tail', 'd1 list|info|insights|export'],
  },
  {
    names: ['vercel'],
    shape: shapeOf('S,scope t,token cwd'),
    rules: [
      {
        id: 'vercel-remove-store',
        match: ['blob store remove|rm|delete', 'integration-resource remove|rm|disconnect'],
        kind: 'drop',
        subject: 'the store {*}',
        takesAll: true,
      },
      {
        id: 'vercel-delete-stored',
        match: 'blob del|delete|rm',
        kind: 'delete',
        reach: 'some',
        subject: '{*}',
      },
    ],
    place: namedPlace('Vercel', { 'the team': '--scope' }),
    harmless: ['ls|list|inspect|logs|whoami', 'env ls|pull'],
  },
  {
    names: ['convex'],
    shape: shapeOf('table path deployment-name preview-name'),
    rules: [
      {
        id: 'convex-import',
        match: 'import --replace|--replace-all',
        kind: 'overwrite',
        subject: 'the table {--table}',
      },
      { id: 'convex-append', match: 'import !--replace !--replace-all', ...seed },
    ],
    place: namedPlace('Convex', {
      'the deployment': '--deployment-name --preview-name $CONVEX_DEPLOYMENT',
    }),
  },
  {
    names: ['upstash'],
    rules: [
      {
        id: 'upstash-delete',
        match: 'redis|kafka|vector delete',
        kind: 'drop',
        subject: 'the database {--id}',
        takesAll: true,
      },
    ],
    place: namedPlace('Upstash'),
  },
  {
    names: ['avn'],
    rules: [
      {
        id: 'avn-terminate',
        match: 'service terminate|database-delete|topic-delete',
        kind: 'drop',
        subject: 'the service {*}',
        takesAll: true,
      },
      {
        id: 'avn-power-off',
        match: 'service update --power-off',
        kind: 'terminate',
        subject: 'the service {*}',
      },
    ],
    shape: { flags: ['force', 'power-off'] },
    place: namedPlace('Aiven', { 'the project': '--project $AVN_PROJECT' }),
  },
];
