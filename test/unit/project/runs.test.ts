import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { readRuns } from '../../../src/project/runs/readRuns';
import type { Run } from '../../../src/project/runs/run';
import { testTrees } from '../syntax/testTrees';
import { memoryFiles } from './memoryFiles';

const files: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify(
    {
      scripts: {
        'db:reset': 'node drop.js && npm run db:create',
        'db:create': 'cross-env NODE_ENV=production knex migrate:latest',
        'predb:create': 'echo first',
        'postdb:create': 'echo last',
        loop: 'npm run loop & npm run loop',
        args: 'psql',
        env: 'env-cmd -f .env.prod node drop.js',
      },
    },
    undefined,
    2,
  ),
  'api/package.json': '{"scripts": {"start": "node api.js"}}',
  Makefile: `include .env.make
export
HOST ?= db-dev.example.com
NAME = scores
URL := postgresql://$(HOST)/$(NAME)

.PHONY: reset
reset: check
\t@psql "$(URL)" \\
\t  -c 'drop table x'
\tcd api && echo $$HOME
check:
\techo check
`,
  '.env.make': 'PGUSER=keeper\n',
  'composer.json': '{"scripts": {"reset": ["php artisan migrate:fresh", "@php x"]}}',
  'reset.sh': '#!/bin/bash\nset -e\n\npsql -h db-prod.example.com\n',
  '.env.shell': 'PGHOST=db-file.example.com\n',
};

const contents = Object.fromEntries(
  Object.entries(files).map(([name, text]) => [`/ws/${name}`, text]),
);

function read(command: string): Promise<readonly Run[]> {
  return readRuns({
    files: memoryFiles(contents),
    trees: testTrees,
    command,
    cwd: '/ws',
    root: '/ws',
    home: '/home/me',
    settings: [new Setting('SHELL_OWN', 'x', { kind: 'shell', name: 'SHELL_OWN' })],
  });
}

/** As a test writes it: where it is written if not in the line, its folder, what it gets, and its words. */
function shown({ words, process, cwd, envFiles, loader, elsewhere, origin }: Run): string {
  const { file, line } = origin;
  const hasShell = process.settings.some(({ name }) => name === 'SHELL_OWN');
  const own = process.settings.filter(({ name }) => name !== 'SHELL_OWN');
  return [
    ...(file === undefined ? [] : [`${file.replace('/ws/', '')}:${line}`]),
    ...(cwd === '/ws' ? [] : [`in ${cwd}:`]),
    ...(elsewhere ? [`away:`] : []),
    ...(hasShell ? [] : ['clean']),
    ...own.map(({ name, value }) => `${name}=${value}`),
    ...envFiles.map(({ paths }) => `(${paths.join(',')})`),
    ...(loader ? [`by ${loader}`] : []),
    ...words.map(({ text }) => text ?? '?'),
  ].join(' ');
}

const makeSettings = 'PGUSER=keeper HOST=db-dev.example.com NAME=scores';
const url = 'postgresql://db-dev.example.com/scores';

const cases: readonly (readonly [command: string, runs: readonly string[]])[] = [
  ['sudo -E env A=1 nohup timeout 5 psql -c x', ['A=1 psql -c x']],
  ['sudo env A=1 psql', ['clean A=1 psql']],
  ['env -i bash -c "psql -h db"', ['clean psql -h db']],
  ['A=1 bash -c "B=2 psql; cd api && psql"', ['A=1 B=2 psql', 'in /ws/api: A=1 psql']],
  ['bash <<EOF\npsql -h db\nredis-cli\nEOF', ['psql -h db', 'redis-cli']],
  ["echo 'psql -h db' | sh", ['echo psql -h db', 'psql -h db']],
  [
    "printf 'psql\\nredis-cli\\n' | sudo bash -x",
    ['printf psql\\nredis-cli\\n', 'clean psql', 'clean redis-cli'],
  ],
  [
    'cat reset.sh | tee log | zsh',
    ['cat reset.sh', 'tee log', 'reset.sh:4 psql -h db-prod.example.com'],
  ],
  ['bash < reset.sh', ['reset.sh:4 psql -h db-prod.example.com']],
  [
    'cd api && bash -s -- --all < ../reset.sh',
    ['reset.sh:4 in /ws/api: psql -h db-prod.example.com'],
  ],
  ['ssh web.example.com < reset.sh', ['reset.sh:4 away: clean psql -h db-prod.example.com']],
  [
    'ssh web.example.com bash -s < reset.sh',
    ['reset.sh:4 away: clean psql -h db-prod.example.com'],
  ],
  ["bash <<< 'psql -h db'", ['psql -h db']],
  ['bash < missing.sh', ['bash']],
  ['cat notes | grep psql', ['cat notes', 'grep psql']],
  ['echo x | xargs psql -c', ['echo x', 'psql -c']],
  ['eval "psql -h db"', ['psql -h db']],
  ['set -a; . ./.env.shell; set +a; psql', ['PGHOST=db-file.example.com psql']],
  ['dotenv -e .env.shell -- bash -c "psql"', ['(.env.shell) psql']],
  ['dotenv -e a -- dotenv -e b -- psql', ['(a) (b) psql']],
  ['pipenv run dotenv run python x.py', ['(.env) by pipenv python x.py']],
  [
    'npm run db:reset',
    [
      'package.json:3 node drop.js',
      'package.json:5 echo first',
      'package.json:4 NODE_ENV=production knex migrate:latest',
      'package.json:6 echo last',
    ],
  ],
  ['npm run args -- -h "a b"', ['package.json:8 psql -h a b']],
  ['npm --prefix api start', ['api/package.json:1 in /ws/api: node api.js']],
  ['cd api && npm start', ['api/package.json:1 in /ws/api: node api.js']],
  ['A=1 npm run env', ['package.json:9 A=1 (.env.prod) node drop.js']],
  ['npm run missing', ['npm run missing']],
  ['yarn knex migrate:latest', ['knex migrate:latest']],
  ['pnpm prisma migrate reset --force', ['prisma migrate reset --force']],
  ['yarn start', ['yarn start']],
  ['npx -y knex migrate:latest', ['knex migrate:latest']],
  [
    'make reset',
    [
      `Makefile:13 ${makeSettings} URL=${url} echo check`,
      `Makefile:9 ${makeSettings} URL=${url} psql ${url} -c drop table x`,
      `Makefile:11 in /ws/api: ${makeSettings} URL=${url} echo /home/me`,
    ],
  ],
  [
    'make check HOST=db-prod.example.com',
    [
      'Makefile:13 HOST=db-prod.example.com PGUSER=keeper NAME=scores URL=postgresql://db-prod.example.com/scores echo check',
    ],
  ],
  ['make missing', ['make missing']],
  ['composer run reset', ['composer.json:1 php artisan migrate:fresh', 'composer.json:1 @php x']],
  [
    './reset.sh && bash reset.sh',
    ['reset.sh:4 psql -h db-prod.example.com', 'reset.sh:4 psql -h db-prod.example.com'],
  ],
  ['bash missing.sh', ['bash missing.sh']],
  ['bash ../outside.sh', ['bash ../outside.sh']],
  ['A=1 ssh web.example.com "cd /app && psql"', ['in /app: away: clean psql']],
  ['kubectl exec api -- bash -c "psql; ls"', ['away: clean psql', 'away: clean ls']],
  ['docker compose exec -e A=1 db psql', ['away: clean A=1 psql']],
];

describe('the runs of a command', () => {
  for (const [command, runs] of cases)
    it(`are found in ${command.replaceAll('\n', ' ⏎ ')}`, async () =>
      assert.deepEqual((await read(command)).map(shown), runs));

  it('end where scripts start each other', async () => {
    const runs = await read('npm run loop');
    assert.ok(runs.length <= 200);
  });

  it('are found behind more wrappers than anybody writes', async () => {
    const runs = await read(`${'sudo env '.repeat(200)}psql`);
    assert.deepEqual(runs.map(shown), ['clean psql']);
  });
});
