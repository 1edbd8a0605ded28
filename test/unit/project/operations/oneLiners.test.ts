import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readOperations } from '../../../../src/project/operations/readOperations';
import { readRuns } from '../../../../src/project/runs/readRuns';
import { memoryFiles } from '../memoryFiles';
import { testReader } from '../testReader';

const reader = testReader(
  memoryFiles({
    '/ws/wipe.js': "load('lib/more.js');\ndb.games.drop();\n",
    '/ws/lib/more.js': 'db.players.deleteMany({});\n',
    '/ws/fix.py':
      'from shop.models import Family\n\nfor f in Family.objects.all():\n    f.delete()\n',
    '/ws/package.json': JSON.stringify({ scripts: { wipe: 'prisma migrate reset' } }),
  }),
);

async function read(command: string): Promise<readonly string[]> {
  const place = { cwd: '/ws', root: '/ws', home: '/home/me' };
  const { files, trees } = reader;
  const runs = await readRuns({ ...place, files, trees, command, settings: [] });
  const found = await Promise.all(runs.map((run) => readOperations(reader, place, run)));
  return found.flatMap(({ operations }) =>
    operations.map(({ kind, reach, subject, origin }) => {
      const where = origin?.file ? ` (${origin.file.slice(4)}:${origin.line})` : '';
      return `${kind} ${reach}: ${subject}${where}`;
    }),
  );
}

const family = 'delete all: every record of Family';

const cases: readonly (readonly [command: string, ...operations: readonly string[]])[] = [
  ['python -c "from models import Family; [f.delete() for f in Family.objects]"', family],
  ["python3 - <<'EOF'\nfrom models import Family\nFamily.objects.delete()\nEOF", family],
  ['python manage.py shell < fix.py', `${family} (fix.py:4)`],
  ["echo 'Family.objects.delete()' | docker compose exec -T web python manage.py shell", family],
  ["poetry run python manage.py shell -c 'Family.objects.all().delete()'", family],
  ["mongosh mongodb://h/d --eval 'db.dropDatabase()'", 'drop all: the database'],
  [
    'mongosh mongodb://h/d wipe.js',
    'drop all: the collection games (wipe.js:2)',
    'delete all: every document of players (lib/more.js:1)',
  ],
  ["ssh db-1 mongosh --quiet --eval 'db.games.drop()'", 'drop all: the collection games'],
  ['mongosh --eval db.games.drop()', 'drop all: the collection games'],
  ["node -e 'pool.query(`DELETE FROM games WHERE id = ${id}`)'", 'delete one: one row of games'],
  ['python -c "cur.execute(f\'TRUNCATE {name}\')"', 'truncate all: the table name'],
  ['python -c "c.execute(\'DELETE FROM a WHERE b = %s\', (1,))"', 'delete some: rows of a'],
  ["bundle exec rails runner 'User.delete_all'", 'delete all: every record of User'],
  ['RAILS_ENV=production bin/rails db:drop db:create', 'drop all: the database'],
  ['php artisan tinker --execute=\'DB::table("a")->truncate();\'', 'truncate all: the table a'],
  ['npm run wipe', 'drop all: every table'],
  ['pnpm prisma migrate reset', 'drop all: every table'],
  ['npx -y knex@3 migrate:rollback', 'drop some: what the last migrations made'],
  ['python -c \'call_command("flush", interactive=False)\'', 'truncate all: every table'],
  ["heroku pg:psql -a scores -c 'drop table games'", 'drop all: the table games'],
];

const others: readonly string[] = [
  "python -c 'import this'",
  'python -c "print(\'DROP TABLE games\')"',
  'python -c "import json,sys; print(json.load(sys.stdin))" < fix.py',
  'cat wipe.js | python -m json.tool',
  'python fix.py',
  "node -e 'console.log(process.version)'",
  "node -p '1 + 1'",
  "ruby -e 'puts 1'",
  "mongosh mongodb://h/d --eval 'db.games.countDocuments()'",
  'grep -r "db.dropDatabase()" src',
  'git commit -m "Family.objects.delete()"',
  'echo "python manage.py flush"',
  'python manage.py shell -c "print(Family.objects.count())"',
  'cat fix.py',
];

describe('one-liners', () => {
  for (const [command, ...operations] of cases)
    it(`are read: ${command.replaceAll('\n', '⏎')}`, async () =>
      assert.deepEqual(await read(command), operations));

  for (const command of others)
    it(`are left alone: ${command}`, async () => assert.deepEqual(await read(command), []));
});
