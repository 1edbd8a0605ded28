import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { consultCatalogue } from '../../../../src/core/operations/catalogue';
import type { Payload } from '../../../../src/core/operations/payload';
import { noContext } from '../../../conformance/noContext';

function shown(payload: Payload): string {
  const { language, kind } = payload;
  if (kind === 'input') return `${language} on input`;
  return kind === 'text' ? `${language}: ${payload.text}` : `${language} in ${payload.path}`;
}

const cases: readonly (readonly [args: readonly string[], ...payloads: readonly string[]])[] = [
  [['mongosh', '--eval', 'db.x.drop()'], 'mongosh: db.x.drop()'],
  [['mongosh', 'mongodb://h/d', '--quiet', '--eval=a', '--eval', 'b'], 'mongosh: a', 'mongosh: b'],
  [['mongosh', '-f', 'wipe.js'], 'mongosh in wipe.js'],
  [['mongosh', 'db.example.com/shop', 'wipe.js'], 'mongosh in wipe.js'],
  [['mongo', 'shop', 'wipe.js', '--shell'], 'mongosh in wipe.js', 'mongosh on input'],
  [['mongosh', 'mongodb://h/d'], 'mongosh on input'],
  [['mongosh', '--version']],
  [['python', '-c', 'print(1)', '-x'], 'python: print(1)'],
  [['python3', '-uc', 'print(1)'], 'python: print(1)'],
  [['python', '-W', 'ignore', '-c', 'print(1)'], 'python: print(1)'],
  [['python', '-'], 'python on input'],
  [['python'], 'python on input'],
  [['python', 'app.py', '-c', 'print(1)']],
  [['python', '-m', 'app', '-c', 'print(1)']],
  [['python', '-m', 'IPython', '-c', 'print(1)'], 'python: print(1)'],
  [['python', '--version']],
  [['node', '-e', 'x()'], 'javascript: x()'],
  [['node', '-r', 'dotenv/config', '--eval', 'x()'], 'javascript: x()'],
  [['node', '-pe', 'x()'], 'javascript: x()'],
  [['node', 'app.js', '-e', 'x()']],
  [['node'], 'javascript on input'],
  [['node', '--test']],
  [['tsx', '-e', 'x()'], 'javascript: x()'],
  [['bun', '-e', 'x()'], 'javascript: x()'],
  [['deno', 'eval', '--ext=ts', 'x()'], 'javascript: x()'],
  [['deno', 'run', '-A', 'app.ts']],
  [['ruby', '-rpg', '-e', 'a', '-e', 'b'], 'ruby: a\nb'],
  [['ruby', '-c', 'a.rb']],
  [['php', '-r', 'x();'], 'php: x();'],
  [['php', '-d', 'a=b', '-r', 'x();'], 'php: x();'],
  [['php', '-S', 'localhost:1']],
  [['php', 'artisan', 'tinker', '--execute=x();'], 'php: x();'],
  [['php', 'artisan', 'tinker'], 'php on input'],
  [['php', 'artisan', 'migrate']],
  [['rails', 'runner', 'User.delete_all'], 'ruby: User.delete_all'],
  [['rails', 'r', '-e', 'production', 'User.delete_all'], 'ruby: User.delete_all'],
  [['rails', 'runner', 'lib/wipe.rb'], 'ruby in lib/wipe.rb'],
  [['rails', 'runner', '-'], 'ruby on input'],
  [['rails', 'c'], 'ruby on input'],
  [['rails', 'dbconsole'], 'sql on input'],
  [['manage.py', 'shell', '-c', 'x()'], 'python: x()'],
  [['python', 'manage.py', 'shell'], 'python on input'],
  [['python', 'manage.py', 'dbshell'], 'sql on input'],
  [['manage.py', 'dbshell', '--', '-c', 'DROP TABLE a'], 'sql: DROP TABLE a'],
  [['flask', 'shell'], 'python on input'],
  [['console', 'doctrine:query:sql', 'DROP TABLE a'], 'sql: DROP TABLE a'],
  [['console', 'dbal:run-sql', 'DROP TABLE a'], 'sql: DROP TABLE a'],
  [['wp', 'db', 'query', 'DROP TABLE a'], 'sql: DROP TABLE a'],
  [['prisma', 'db', 'execute', '--stdin'], 'sql on input'],
  [['prisma', 'db', 'execute', '--file', 'a.sql', '--schema', 's'], 'sql in a.sql'],
  [['typeorm', 'query', 'DROP TABLE a', '-d', 'ds.ts'], 'sql: DROP TABLE a'],
  [['liquibase', 'execute-sql', '--sql=DROP TABLE a'], 'sql: DROP TABLE a'],
  [['heroku', 'pg:psql', '-a', 'x', '-c', 'DROP TABLE a'], 'postgresql: DROP TABLE a'],
  [['heroku', 'pg:psql'], 'postgresql on input'],
  [['turso', 'db', 'shell', 'x', 'DROP TABLE a'], 'sql: DROP TABLE a'],
  [['pscale', 'shell', 'x', 'main'], 'mysql on input'],
  [['supabase', 'db', 'shell', '--', '-c', 'DROP TABLE a'], 'postgresql: DROP TABLE a'],
  [
    ['wrangler', 'd1', 'execute', 'x', '--remote', '--command', 'DROP TABLE a'],
    'sql: DROP TABLE a',
  ],
  [['wrangler', 'd1', 'execute', 'x', '--command', 'DROP TABLE a']],
];

describe('the statements that commands carry', () => {
  for (const [argv, ...expected] of cases)
    it(`are ${expected.join(', ') || 'none'} in ${argv.join(' ')}`, () => {
      const [program = '', ...args] = argv;
      const { payloads } = consultCatalogue(program, args, noContext);
      assert.deepEqual(payloads.map(shown), expected);
    });
});

const harmless: readonly string[] = [
  'python manage.py makemigrations',
  'rails routes',
  'flask routes',
  'alembic current',
  'php artisan route:list',
  'prisma generate',
  'knex migrate:make a',
  'mongodump',
  'supabase status',
  'heroku logs',
];

const notKnownAsHarmless: readonly string[] = [
  'python manage.py runserver',
  'python app.py',
  'rails server',
  'flask run',
  'php artisan serve',
  'node server.js',
  'mongosh',
  'heroku pg:reset',
];

describe('commands that no missing variable makes dangerous', () => {
  for (const line of [...harmless, ...notKnownAsHarmless]) {
    const expected = harmless.includes(line);
    it(`${expected ? 'are' : 'are not'} ${line}`, () => {
      const [program = '', ...args] = line.split(' ');
      assert.equal(consultCatalogue(program, args, noContext).isHarmless, expected);
    });
  }
});
