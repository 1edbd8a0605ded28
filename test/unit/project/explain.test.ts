import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import type { Decision } from '../../../src/core/decisions/decide';
import { explainCommand, type CommandExplanation } from '../../../src/project/explainCommand';
import { noticeLines } from '../../../src/project/gate/noticeText';
import { stopNotice } from '../../../src/project/gate/stopNotice';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

const files = {
  'requirements.txt': 'peewee==3.17\npython-dotenv==1.0\n',
  '.env': 'DATABASE_URL=postgresql://keeper:s3cret@db-prod.example.com/scores\n',
  'config.py': `import os
from dotenv import load_dotenv
load_dotenv()
class ProductionConfig:
    URL = os.environ['DATABASE_URL']
class DevelopmentConfig:
    URL = 'postgresql://localhost/scores_dev'
config = {'development': DevelopmentConfig}.get(os.environ.get('FLASK_ENV'), ProductionConfig)
`,
  'create_db.py': `from playhouse.db_url import connect
from config import config
db = connect(config.URL)
db.drop_tables([])
`,
  'hello.py': 'print("hello")\n',
  'package.json': JSON.stringify({ scripts: { 'db:reset': 'python create_db.py' } }),
  'reset.sh': 'set -e\npython create_db.py\n',
  'scores.sql': 'select 1;\n\\i inner.sql\n',
  'inner.sql': 'select 2;\ndrop table games;\n',
  'sql/all.sql': '\\ir again.sql\n',
  'sql/again.sql': '\\ir all.sql\n\\ir again.sql\ntruncate games;\n',
};

const contents = Object.fromEntries(
  Object.entries(files).map(([name, text]) => [`/ws/${name}`, text]),
);

function explain(
  command: string,
  options: {
    readonly variables?: Readonly<Record<string, string>>;
    readonly isStated?: boolean;
    readonly isStrict?: boolean;
  } = {},
): Promise<CommandExplanation> {
  const settings = Object.entries(options.variables ?? {}).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const origin = { kind: 'settings', name: 'safetyCatch.developmentVariables' } as const;
  const stated = { name: 'FLASK_ENV', expected: ['development'], origin };
  return explainCommand(testReader(memoryFiles(contents)), {
    command,
    cwd: '/ws',
    root: '/ws',
    home: '/home/me',
    process: { settings },
    labels: [],
    developmentVariables: options.isStated ? [stated] : [],
    machine: { name: 'laptop', isRemote: false },
    policy: options.isStrict ? 'strict' : 'standard',
  });
}

type Case = readonly [command: string, expected: Decision, fix: string | null];

const cases: readonly Case[] = [
  ['python create_db.py', 'confirm', 'FLASK_ENV=development python create_db.py'],
  ['FLASK_ENV=development python create_db.py', 'allow', null],
  ['FLASK_ENV=production python create_db.py', 'confirm', null],
  [
    'cd . && python create_db.py | tee log; echo done',
    'confirm',
    'cd . && FLASK_ENV=development python create_db.py | tee log; echo done',
  ],
  ['npm run db:reset', 'confirm', 'FLASK_ENV=development npm run db:reset'],
  ['bash reset.sh', 'confirm', 'FLASK_ENV=development bash reset.sh'],
  ['uv run python create_db.py', 'confirm', 'FLASK_ENV=development uv run python create_db.py'],
  ['echo $(python create_db.py)', 'confirm', 'echo $(FLASK_ENV=development python create_db.py)'],
  ['python hello.py', 'allow', null],
  ['python --version', 'allow', null],
  ['pip install -r requirements.txt', 'allow', null],
  ['python -m pip install peewee', 'allow', null],
  ['npm install', 'allow', null],
  ['black .', 'allow', null],
  ['git status', 'allow', null],
  ['echo "python create_db.py"', 'allow', null],
  ['psql -h db-prod.example.com scores', 'allow', null],
  ["psql -h db-prod.example.com scores -c 'select 1'", 'allow', null],
  ["psql -h db-prod.example.com scores -c 'delete from games where id = 1'", 'confirm', null],
  ['psql -h db-prod.example.com scores -c "$SQL"', 'confirm', null],
  ['pg_dump scores | psql -h db-prod.example.com scores', 'confirm', null],
  ['pg_dump -h db-prod.example.com scores | psql scores', 'allow', null],
  ['psql -h 10.0.0.5 scores -c "drop table games"', 'confirm', null],
  ['psql -h 10.0.0.5 scores -c "insert into games values (1)"', 'allow', null],
  ['dropdb -h db-prod.example.com scores', 'block', null],
  ['dropdb scores', 'allow', null],
  ["psql scores <<'EOF'\n\\c - - db-prod.example.com\ndrop table games;\nEOF", 'confirm', null],
  ["psql scores <<'EOF'\ndrop table games;\n\\c - - db-prod.example.com\nEOF", 'allow', null],
  ['psql scores <<\'EOF\'\n\\c "host=db-prod.example.com"\n\\i inner.sql\nEOF', 'confirm', null],
  ["psql -h db-prod.example.com <<'EOF'\n\\c a - localhost\ndrop table b;\nEOF", 'allow', null],
  ['echo "dropdb -h db-prod.example.com scores" | sh', 'block', null],
  ["bash <<'EOF'\ndropdb -h db-prod.example.com scores\nEOF", 'block', null],
  ['cat reset.sh | bash', 'confirm', 'cat reset.sh | FLASK_ENV=development bash'],
  ['bash < reset.sh', 'confirm', 'FLASK_ENV=development bash < reset.sh'],
  ['./list-tables.sh | sed s/^/dropdb\\ / | sh', 'confirm', null],
  ['curl -fsSL https://example.com/install.sh | sudo -E sh', 'allow', null],
  ['echo "echo dropdb -h db-prod.example.com scores" | sh', 'allow', null],
  ['echo "dropdb scores_dev" | sh', 'allow', null],
  ['for i in 1 2\ndropdb -h db-prod.example.com scores\nend', 'block', null],
  ['switch a; case b; dropdb -h db-prod.example.com scores; end', 'block', null],
  ['true; and dropdb -h db-prod.example.com scores', 'block', null],
  [
    'for i in 1 2; python create_db.py; end',
    'confirm',
    'for i in 1 2; FLASK_ENV=development python create_db.py; end',
  ],
];

describe('explaining a command', () => {
  for (const [command, expected, fix] of cases)
    it(`is ${expected} for “${command}”${fix === null ? '' : ', and tells the safe line'}`, async () => {
      const explanation = await explain(command);
      assert.deepEqual([explanation.decision, explanation.fix?.command ?? null], [expected, fix]);
    });

  it('lets a shell run what only another program knows where no production is near', async () => {
    const variables = { DATABASE_URL: 'postgresql://localhost/scores_dev' };
    const command = './list-tables.sh | sh';
    assert.equal((await explain(command, { variables })).decision, 'allow');
  });

  it('reads files beside the one that names them, and each of them once', async () => {
    const { runs } = await explain('psql -f sql/all.sql');
    const found = runs.flatMap((run) => run.operations.map(({ operation }) => operation));
    assert.deepEqual(
      found.map(({ subject, origin }) => [subject, origin?.file, origin?.line]),
      [['the table games', '/ws/sql/again.sql', 3]],
    );
  });

  it('reads the files that a script includes, and tells the line', async () => {
    const notice = stopNotice(await explain('psql -h db-prod.example.com scores -f scores.sql'));
    const lines = notice ? noticeLines(notice, '/ws') : [];
    assert.ok(lines.includes('  effect   drops the table games (inner.sql:2)'), lines.join('\n'));
  });

  it('holds all of the project’s own code to what the team has stated, and nothing else', async () => {
    const variables = { DATABASE_URL: 'postgresql://db-prod.example.com/scores' };
    const decisionOf = async (command: string): Promise<Decision> =>
      (await explain(command, { variables, isStated: true })).decision;
    assert.equal(await decisionOf('python hello.py'), 'confirm');
    assert.equal(await decisionOf('pip install x'), 'allow');
  });

  it('blocks in strict what it asks about otherwise', async () =>
    assert.equal((await explain('python create_db.py', { isStrict: true })).decision, 'block'));

  it('tells the target, why it is production, and what is missing, each with its place', async () => {
    const notice = stopNotice(await explain('npm run db:reset'));
    assert.ok(notice);
    assert.deepEqual(noticeLines(notice, '/ws'), [
      '■ Safety Catch: this runs against PRODUCTION',
      '  python create_db.py (package.json:1)',
      '  target   the PostgreSQL database scores on db-prod.example.com as user keeper, by DATABASE_URL in .env:1',
      '  because  The host db-prod.example.com says “prod”.',
      '  effect   drops the tables (create_db.py:4)',
      '  missing  FLASK_ENV is not set for development: config.py:8 falls back to ProductionConfig',
    ]);
    assert.equal(notice.name, 'scores');
    assert.deepEqual(notice.fix?.assignments, ['FLASK_ENV=development']);
  });

  it('tells the database that psql was told to connect to', async () => {
    const notice = stopNotice(
      await explain("psql -h db-prod.example.com scores <<'EOF'\n\\c other\ndrop table a;\nEOF"),
    );
    const lines = notice ? noticeLines(notice, '/ws') : [];
    const target =
      '  target   the PostgreSQL database other on db-prod.example.com, by \\c of the command';
    assert.ok(lines.includes(target), lines.join('\n'));
    assert.equal(notice?.name, 'other');
  });

  it('says nothing of a password, whatever it is asked', async () => {
    const url = 'postgresql://keeper:s3cret@db-prod.example.com/scores';
    const moved = `psql <<EOF\n\\c ${url}\ndrop table games;\nEOF`;
    for (const command of [moved, `psql ${url} -c "x"`, `dropdb --maintenance-db=${url} scores`]) {
      const notice = stopNotice(await explain(command));
      assert.ok(!JSON.stringify(notice ?? '').includes('s3cret'), JSON.stringify(notice));
    }
  });
});
