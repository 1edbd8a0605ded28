import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ShellWord } from '../../../src/core/environment/shellRun';
import type { Changes, Unwrapped } from '../../../src/shells/wrapper';
import { unwrap, wrappers } from '../../../src/shells/wrappers';

/** Words of a line without quotes; `?` is one that cannot be known, and `·` stands for a blank inside of a word. */
function wordsOf(line: string): ShellWord[] {
  return line
    .split(' ')
    .map((raw) => ({ raw, text: raw === '?' ? undefined : raw.replaceAll('·', ' ') }));
}

function shownElsewhere(elsewhere: Changes['elsewhere']): string[] {
  if (!elsewhere) return [];
  const { kind } = elsewhere;
  if (kind === 'service') return [`in ${elsewhere.name}:`];
  const where = kind === 'container' ? `the container ${elsewhere.name}` : elsewhere.via;
  const context = kind === 'pod' && elsewhere.context ? `, context ${elsewhere.context}` : '';
  return [`away (${where}${context}):`];
}

function shownChanges({ settings = [], unset = [], keeps, ...rest }: Changes): string[] {
  const { cwd, envFiles, loader, elsewhere } = rest;
  return [
    ...shownElsewhere(elsewhere),
    ...(cwd === undefined ? [] : [`cd ${cwd}:`]),
    ...(keeps
      ? [`keeps(${keeps.filter((name) => !/^(PATH|TERM|LANG|DISPLAY)$/.test(name))})`]
      : []),
    ...unset.map((name) => `-${name}`),
    ...settings.map(([name, value]) => `${name}=${value}`),
    ...(loader ? [`by ${loader}`] : []),
    ...(envFiles
      ? [`${envFiles.loader}${envFiles.override ? '!' : ''}(${envFiles.paths.join(',')})`]
      : []),
  ];
}

/** As a test writes it: what changes, then the program; `$ ` before a line, `run ` before a script. */
function shown(found: Unwrapped | undefined): string {
  if (!found) return '';
  const texts = (words: readonly ShellWord[]): string[] => words.map(({ text }) => text ?? '?');
  const behind = {
    program: () => texts(found.kind === 'program' ? found.words : []),
    input: () => ['<', ...(found.kind === 'input' ? texts(found.words) : [])],
    line: () => [`$ ${found.kind === 'line' ? found.text : ''}`],
    script: () =>
      found.kind === 'script' ? [`run ${found.manager} ${found.name}`, ...texts(found.extra)] : [],
  };
  return [...shownChanges(found), ...behind[found.kind]()].join(' ');
}

const cases: readonly (readonly [line: string, behind: string])[] = [
  ['psql -h db', ''],
  ['sudo psql', 'keeps() psql'],
  ['sudo -E psql', 'psql'],
  ['sudo -Eu postgres psql', 'psql'],
  ['sudo -u postgres -- psql -c x', 'keeps() psql -c x'],
  ['sudo --preserve-env=PGHOST,PGUSER psql', 'keeps(PGHOST,PGUSER) psql'],
  ['sudo PGHOST=db psql', 'keeps() PGHOST=db psql'],
  ['sudo', ''],
  ['doas -u postgres psql', 'keeps() psql'],
  ['env A=1 B=2 psql', 'A=1 B=2 psql'],
  ['env -i A=1 psql', 'keeps() A=1 psql'],
  ['env - psql', 'keeps() psql'],
  ['env -u PGHOST --unset=PGPORT psql', '-PGHOST -PGPORT psql'],
  ['env -C /srv psql', 'cd /srv: psql'],
  ['env -S A=1·psql·-c x', '$ A=1 psql -c x'],
  ['env', ''],
  ['nohup psql', 'psql'],
  ['nice -n 10 psql', 'psql'],
  ['time psql', 'psql'],
  ['timeout -k 5 10s psql -c x', 'psql -c x'],
  ['timeout --signal=KILL 10 psql', 'psql'],
  ['command psql', 'psql'],
  ['exec -a name psql', 'psql'],
  ['flock -n /tmp/lock psql -c x', 'psql -c x'],
  ['flock /tmp/lock -c psql·-c·x', '$ psql -c x'],
  ['xargs -n1 psql -c', 'psql -c'],
  ['xargs -I {} psql -d {}', 'psql -d ?'],
  ['find . -name *.sql -exec psql -f {} ;', 'psql -f ?'],
  ['find . -name *.sql', ''],
  ['parallel -j 4 psql -c ::: a b', '$ psql -c'],
  ['watch -n 5 psql -c x', '$ psql -c x'],
  ['watch -x psql', 'psql'],
  ['bash -c psql·-h·db', '$ psql -h db'],
  ['bash -lc psql', '$ psql'],
  ['bash -l -c psql name', '$ psql'],
  ['sh -ec psql', '$ psql'],
  ['bash -x scripts/reset.sh a', 'run shell scripts/reset.sh a'],
  ['./scripts/reset.sh a', 'run shell ./scripts/reset.sh a'],
  ['bash', '< bash'],
  ['bash -s -- --yes', '< bash -s -- --yes'],
  ['sh -', '< sh -'],
  ['zsh /dev/stdin', '< zsh /dev/stdin'],
  ['bash ?', ''],
  ['bash -c ?', ''],
  ['eval psql -h db', '$ psql -h db'],
  ['eval ?', ''],
  ['su - postgres -c psql', 'keeps() $ psql'],
  ['su postgres -c psql', '$ psql'],
  ['concurrently -n a,b npm:dev psql·-c·x', '$ npm run dev\npsql -c x'],
  ['dotenv psql', 'dotenv-expand(.env) psql'],
  ['dotenv -e .env.prod -e .env -- psql', 'dotenv-expand(.env.prod,.env) psql'],
  ['dotenv -o -e .env.prod -v A=1 psql', 'A=1 dotenv-expand!(.env.prod) psql'],
  ['dotenv -c test -- psql', 'dotenv-expand(.env.test.local,.env.local,.env.test,.env) psql'],
  ['dotenv run psql', 'python-dotenv!(.env) psql'],
  ['dotenv -f .env.prod run --no-override psql', 'python-dotenv(.env.prod) psql'],
  ['dotenv -f .env.prod,.env psql', 'ruby-dotenv(.env.prod,.env) psql'],
  ['dotenvx run -f .env.prod -e A=1 -- psql', 'A=1 dotenv-expand(.env.prod) psql'],
  ['dotenvx run --overload -- psql', 'dotenv-expand!(.env) psql'],
  ['dotenvx encrypt', ''],
  ['cross-env NODE_ENV=production node x.js', 'NODE_ENV=production node x.js'],
  ['cross-env-shell A=1 psql·-c·x', 'A=1 $ psql -c x'],
  ['env-cmd node x.js', 'dotenv!(.env) node x.js'],
  ['env-cmd -f .env.prod --no-override node x.js', 'dotenv(.env.prod) node x.js'],
  ['node --env-file=.env.prod x.js', 'node-env-file(.env.prod) node x.js'],
  ['node --env-file a --env-file-if-exists=b x.js y', 'node-env-file(a,b) node x.js y'],
  ['node -r ts-node/register --env-file=a x.ts', 'node-env-file(a) node -r ts-node/register x.ts'],
  ['node x.js --env-file=.env.prod', ''],
  ['tsx --env-file=.env x.ts', 'node-env-file(.env) tsx x.ts'],
  ['poetry run python x.py', 'python x.py'],
  ['uv run --env-file .env.prod python x.py', 'node-env-file(.env.prod) python x.py'],
  ['uv run -m app.reset', 'python -m app.reset'],
  ['uv add peewee', ''],
  ['pipenv run python x.py', 'by pipenv python x.py'],
  ['pipenv install', ''],
  ['bundle exec rails db:drop', 'rails db:drop'],
  ['direnv exec . psql', 'by direnv psql'],
  ['npx -y prisma@6 db push', 'prisma db push'],
  ['npx @scope/tool@1.2 x', '@scope/tool x'],
  ['npx -c psql·-c·x', '$ psql -c x'],
  ['npm run db:reset', 'run node db:reset'],
  ['npm run db:reset -- --force', 'run node db:reset --force'],
  ['npm --prefix api run db:reset', 'cd api: run node db:reset'],
  ['npm run db:reset --prefix api', 'cd api: run node db:reset'],
  ['npm run reset a --silent -- --force', 'run node reset a --force'],
  ['npm t', 'run node test'],
  ['npm install', ''],
  ['npm exec -- knex migrate:latest', 'knex migrate:latest'],
  ['pnpm -C api db:reset', 'cd api: run node db:reset'],
  ['yarn db:reset --force', 'run node db:reset --force'],
  ['yarn add pg', ''],
  ['bun run db:reset', 'run node db:reset'],
  ['bun src/reset.ts', ''],
  ['run-s drop create', '$ npm run drop\nnpm run create'],
  ['make -C api reset ENV=prod', 'cd api: ENV=prod run make reset'],
  ['make', 'run make '],
  ['composer run-script reset', 'run composer reset'],
  ['docker compose exec db psql -U me', 'in db: keeps() psql -U me'],
  [
    'docker compose -f a.yml run --rm -e A=1 -e B app rails db:drop',
    'in app: keeps(B) A=1 rails db:drop',
  ],
  ['docker-compose exec -T db psql', 'in db: keeps() psql'],
  ['docker compose up', ''],
  ['docker exec -it my-db psql', 'away (the container my-db): keeps() psql'],
  [
    'docker -H ssh://prod.example.com compose exec db psql',
    'away (the service db on prod.example.com): keeps() psql',
  ],
  [
    'docker run --env-file .env.prod postgres psql',
    'away (a container of postgres): keeps() docker-env-file(.env.prod) psql',
  ],
  ['docker ps', ''],
  ['ssh me@web.example.com psql -c x', 'away (ssh to web.example.com): keeps() $ psql -c x'],
  ['ssh -p 2222 web.example.com', 'away (ssh to web.example.com): keeps() < sh'],
  [
    'kubectl -n prod exec -it deploy/api -- rails db:drop',
    'away (kubectl exec in deploy/api, namespace prod): keeps() rails db:drop',
  ],
  [
    'kubectl exec api-0 -c web --context live -- psql',
    'away (kubectl exec in api-0, context live): keeps() psql',
  ],
  ['kubectl get pods', ''],
  ['heroku run -a my-app rails db:drop', 'away (the Heroku app my-app): keeps() $ rails db:drop'],
  ['fly ssh console -a my-app -C psql·-c·x', 'away (the Fly app my-app): keeps() $ psql -c x'],
];

describe('wrappers', () => {
  for (const [line, behind] of cases)
    it(`sees ${JSON.stringify(behind) || 'nothing'} behind ${line}`, () =>
      assert.equal(shown(unwrap(wordsOf(line))), behind));

  it('finds a wrapper by its base name', () => {
    assert.equal(shown(unwrap(wordsOf('/usr/bin/env psql'))), 'psql');
    assert.equal(shown(unwrap(wordsOf('node_modules/.bin/cross-env A=1 x'))), 'A=1 x');
  });

  it('lists every program of a family once', () => {
    const lists = wrappers.map(({ names }) => names);
    for (const names of lists) assert.equal(new Set(names).size, names.length);
    assert.ok(lists.flat().every((name) => /^[\w.-]+$/.test(name)));
  });
});
