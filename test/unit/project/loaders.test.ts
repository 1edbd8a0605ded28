import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { loaders } from '../../../src/project/loaders';
import { cwd, load, own } from './load';

describe('loaders', () => {
  it('have ids of their own', () => {
    const ids = loaders.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  for (const { id, title } of loaders)
    it(`tells a person how ${id} reads, in one sentence`, () => {
      assert.match(title, /^\S.{20,110}[^.]$/);
    });

  it('keeps file and line, and what a value wins over', async () => {
    const files = { '.env': 'A=1\nDB=base\n', '.env.local': '# mine\nDB=local\n' };
    const found = (await load('next', { files, variables: { DB: 'shell' } })).find('DB');
    assert.deepEqual(
      [found?.setting, ...(found?.overrides ?? [])].map((setting) => setting?.origin),
      [
        { kind: 'shell', name: 'DB' },
        { kind: 'file', name: 'DB', file: `${cwd}/.env.local`, line: 2 },
        { kind: 'file', name: 'DB', file: `${cwd}/.env`, line: 2 },
      ],
    );
  });

  it('keeps an unreadable file in its place, so that weaker values are in doubt', async () => {
    const files = { ...own('.env', '.env.development'), '.env.local': { unreadable: 'is odd' } };
    const environment = await load('next', { files });
    const problem = { file: `${cwd}/.env.local`, message: 'is odd' };
    assert.deepEqual(environment.find('DB')?.doubts, [problem]);
    assert.deepEqual(environment.problems(), [problem]);
  });

  it('puts nothing in doubt that a stronger layer sets', async () => {
    const files = { '.env': { unreadable: 'is odd' } };
    const environment = await load('dotenv', { files, variables: { DB: 'shell' } });
    assert.deepEqual(environment.find('DB')?.doubts, []);
  });

  it('takes nothing from a file that the program refuses as a whole', async () => {
    const environment = await load('godotenv', { files: { '.env': 'DB=a\nB="open\n' } });
    assert.equal(environment.get('DB'), undefined);
    assert.equal(environment.problems()[0]?.file, `${cwd}/.env`);
  });

  it('remembers lines that the program skips, without putting the rest in doubt', async () => {
    const files = { '.env': 'DB=a\nB="open\n' };
    const environment = await load('python-dotenv', { files });
    assert.equal(environment.get('DB'), 'a');
    assert.deepEqual(environment.problems(), []);
    assert.deepEqual(
      environment.remarks().map(({ line }) => line),
      [2],
    );
  });

  it('finds Laravel in doubt once its configuration is cached', async () => {
    const files = { ...own('.env'), 'bootstrap/cache/config.php': '<?php return [];' };
    const environment = await load('laravel', { files, variables: { DB: 'shell' } });
    assert.equal(environment.find('DB')?.doubts.length, 1);
  });

  it('finds Symfony in doubt without .env', async () => {
    const [problem] = (await load('symfony', { files: own('.env.local') })).problems();
    assert.match(problem?.message ?? '', /missing/);
  });

  it('finds Symfony in doubt where the dump is a program', async () => {
    const files = { '.env.local.php': "<?php\nreturn ['DB' => getenv('X')];\n" };
    assert.equal((await load('symfony', { files })).problems()[0]?.line, 2);
  });
});
