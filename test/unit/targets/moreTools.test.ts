import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findTool } from '../../../src/project/tools';
import { contextOf, summaryOf } from './context';

const variables = {
  PGHOST: 'pg.example.com',
  SQLCMDSERVER: 'sql.example.com,1533',
  COCKROACH_HOST: 'roach.example.com:26000',
};

const cases: readonly (readonly [command: string, summary: string])[] = [
  ['sqlite3 app.db', '/project/app.db/'],
  ['sqlite3 -cmd .mode -header ../app.db select', '/app.db/'],
  ['sqlite3', ':memory:/'],
  ['sqlite3 -version', 'nothing'],
  ['pgcli', 'pg.example.com:5432/'],
  ['pgcli -h a.example.com -u me scores', 'me@a.example.com:5432/scores'],
  ['pgcli postgresql://me:hunter2@a.example.com/scores', 'me@a.example.com:5432/scores'],
  ['pgcli -D prod', 'The DSN is a name of pgcli’s own configuration.'],
  ['pgcli --ssh-tunnel web.example.com scores', 'The server is that at the end of an SSH tunnel.'],
  ['clickhouse-client', 'localhost:9000/'],
  ['clickhouse-client -h a.example.com -s -d x -u me', 'me@a.example.com:9440/x'],
  ['clickhouse client --host=a.example.com --port 9 -q x', 'a.example.com:9/'],
  ['clickhouse-client clickhouse://me@a.example.com/x', 'me@a.example.com:9000/x'],
  ['clickhouse-client --connection prod', 'The server is named in the client’s own configuration.'],
  ['clickhouse server', 'nothing'],
  ['sqlcmd', 'sql.example.com:1533/'],
  ['sqlcmd -S a.example.com -d shop -U sa -P hunter2 -Q x', 'sa@a.example.com:1433/shop'],
  ['sqlcmd -S tcp:a.example.com\\PROD,14330', 'a.example.com:14330/'],
  ['sqlcmd -S .', 'localhost:1433/'],
  ['sqlcmd -Sa.example.com', 'a.example.com:1433/'],
  ['cockroach sql', 'root@roach.example.com:26000/defaultdb'],
  ['cockroach sql --host a.example.com -d bank -e x', 'root@a.example.com:26257/bank'],
  ['cockroach sql --url postgresql://me@a.example.com:26257/bank', 'me@a.example.com:26257/bank'],
  ['cockroach start --insecure', 'nothing'],
  ['usql', 'nothing'],
  ['usql pg://me@a.example.com/scores', 'me@a.example.com:5432/scores'],
  ['usql my://me@a.example.com/scores -c x', 'me@a.example.com:3306/scores'],
  ['usql sqlite3:app.db', 'app.db/'],
  ['usql prod', 'The name of the database is one of usql’s own configuration.'],
  [
    'flyctl postgres connect -a my-app-db -d scores',
    'The database is that of the Fly app my-app-db, and its host is only known there.',
  ],
  ['fly deploy', 'nothing'],
  [
    'heroku pg:psql DATABASE_URL --app my-app',
    'The database is that of the Heroku app my-app, and its host is only known there.',
  ],
  [
    'heroku pg:reset',
    'The database is that of the Heroku app of this folder, and its host is only known there.',
  ],
  ['heroku logs', 'nothing'],
  [
    'neonctl branches reset main --project-id quiet-lake-1',
    'The database is that of the Neon project quiet-lake-1, and its host is only known there.',
  ],
  [
    'pscale shell scores main',
    'The database is that of the PlanetScale database scores, and its host is only known there.',
  ],
  [
    'gcloud sql connect scores-1 --user=postgres',
    'The database is that of the Cloud SQL instance scores-1, and its host is only known there.',
  ],
  ['gcloud sql instances list', 'nothing'],
  [
    'doppler run -c prd -- python x.py',
    'The database is that of the Doppler configuration prd, and its host is only known there.',
  ],
  [
    'railway run rails db:drop',
    'The database is that of the Railway project of this folder, and its host is only known there.',
  ],
  ['supabase db reset', 'postgres@127.0.0.1:54322/postgres'],
  [
    'supabase db reset --linked',
    'The database is that of the linked Supabase project, and its host is only known there.',
  ],
  [
    'supabase db push',
    'The database is that of the linked Supabase project, and its host is only known there.',
  ],
  [
    'supabase --project-ref abc db reset',
    'The database is that of the linked Supabase project, and its host is only known there.',
  ],
  ['supabase db push --local', 'postgres@127.0.0.1:54322/postgres'],
  ['supabase db push --db-url postgresql://me@a.example.com/x', 'me@a.example.com:5432/x'],
  ['supabase functions deploy', 'nothing'],
];

describe('more tools', () => {
  for (const [command, summary] of cases)
    it(`${command} → ${summary}`, () => {
      const argv = command.split(' ');
      const read = findTool(argv[0] ?? '');
      assert.ok(read);
      assert.equal(summaryOf(read(argv, contextOf(variables))), summary);
    });
});
