import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { Setting } from '../../src/core/environment/setting';
import { describeResolution } from '../../src/project/describe';
import { resolve } from '../../src/project/resolve';
import { testReader } from './project/testReader';
import { runCli } from './cli/runCli';
import { withFolder } from './temporaryFolder';

/** Every planted password holds this word, however it is dressed. */
const word = 'hunter2';
const passwords = [
  word,
  `p@ss${word}`,
  `p#${word}`,
  `p:${word}/x`,
  `p%20${word}`,
  `"${word}`,
  `${word}?a=b&c=d`,
];
const shapes: readonly ((password: string) => string)[] = [
  (password) => `postgresql://app:${password}@db.example.com/app`,
  (password) => `postgres://app:${password}@/app`,
  (password) => `host=db.example.com user=app password='${password}' dbname=app`,
  (password) => `mongodb://app:${password}@a.example.com,b.example.com/app`,
  (password) => `mongodb+srv://app:${password}@x.example.net/app`,
  (password) => `redis://:${password}@cache.example.com:6379/0`,
  (password) => `mysql://app:${password}@db.example.com:99999999/app`,
  (password) => `postgresql+psycopg2://app:${password}@db.example.com/app`,
  (password) => `jdbc:postgresql://db.example.com/app?user=app&password=${password}`,
  (password) => `jdbc:sqlserver://db.example.com;databaseName=app;user=sa;password=${password}`,
  (password) => `Server=db.example.com;Database=app;User Id=sa;Password=${password};`,
  (password) => `sqlite:///${password}?x=y`.replace(password, 'app.db'),
];
const values = passwords.flatMap((password) => shapes.map((shape) => shape(password)));

function assertNoPassword(text: string, where: string): void {
  const at = text.indexOf(word);
  assert.equal(at, -1, `${where} shows a password: …${text.slice(Math.max(0, at - 60), at + 20)}…`);
}

describe('passwords', () => {
  for (const [index, value] of values.entries())
    it(`stay out of every answer about connection string ${index + 1}`, () =>
      withFolder(
        { '.env': `DATABASE_URL=${value}\nDB_HOST=h.example.com\nDB_PASSWORD=${word}\n` },
        async (cwd) => {
          for (const variables of [
            {},
            { DATABASE_URL: value, PGPASSWORD: word, MONGODB_URI: value },
          ]) {
            const settings = Object.entries(variables).map(
              ([name, text]) => new Setting(name, text, { kind: 'shell', name }),
            );
            const request = {
              cwd,
              root: cwd,
              process: { settings },
              labels: [],
              developmentVariables: [],
              home: join(cwd, 'home'),
            };
            const resolution = await resolve(testReader(), request);
            assertNoPassword(JSON.stringify(resolution), 'JSON of the resolution');
            assertNoPassword(
              inspect(resolution, { depth: 20, showHidden: true }),
              'inspect of the resolution',
            );
            assertNoPassword(describeResolution(resolution, cwd), 'the description');
          }
        },
      ));

  it('stay out of what the command line prints, errors too', () =>
    withFolder(
      { '.env': values.map((value, index) => `DATABASE_URL_${index}=${value}`).join('\n') },
      (cwd) => {
        const batch = values.map((value) => JSON.stringify({ cwd, env: { DATABASE_URL: value } }));
        const runs = [
          runCli(['resolve'], { cwd }),
          runCli(['resolve', '--json'], { cwd }),
          runCli(['resolve', `--nonsense=postgres://app:${word}@db.example.com/app`], { cwd }),
          runCli(['resolve', '--batch'], {
            input: [...batch, `{"cwd": "postgres://app:${word}@x`].join('\n'),
          }),
        ];
        for (const { stdout, stderr } of runs) {
          assertNoPassword(stdout, 'stdout');
          assertNoPassword(stderr, 'stderr');
        }
      },
    ));
});
