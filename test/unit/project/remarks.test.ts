import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeResolution } from '../../../src/project/describe';
import { reportResolution } from '../../../src/project/report';
import type { Resolution } from '../../../src/project/resolution';
import { resolve } from '../../../src/project/resolve';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

const cwd = '/ws';
const files = {
  '/ws/requirements.txt': 'python-dotenv==1.0.0\npsycopg2==2.9\n',
  '/ws/.env': 'DATABASE_URL=postgres://u:hunter2@db-prod.example.com/app\nDB_HOST "localhost"\n',
  '/ws/app.py': 'import os, psycopg2\npsycopg2.connect(os.environ["DATABASE_URL"])\n',
};

function resolved(command?: string, given: Readonly<Record<string, string>> = files) {
  return resolve(testReader(memoryFiles(given)), {
    cwd,
    root: cwd,
    home: '/home/me',
    process: { settings: [] },
    labels: [],
    developmentVariables: [],
    ...(command === undefined ? {} : { command }),
  });
}

const placesOf = ({ remarks = [] }: Resolution): string[] =>
  remarks.map(({ file, line }) => `${file}:${line}`);

describe('lines of an env file that its program leaves out', () => {
  for (const command of [undefined, 'dotenv run -- python app.py', 'dotenv run -- psql'])
    it(`are told of ${command ?? 'a folder'}, once`, async () =>
      assert.deepEqual(placesOf(await resolved(command)), ['/ws/.env:2']));

  it('put nothing in doubt', async () => {
    const { targets, problems } = await resolved();
    assert.deepEqual(problems, []);
    assert.deepEqual(targets[0]?.target.doubts, []);
  });

  it('are told where a connection is explained, as text and as JSON', async () => {
    const answer = await resolved();
    assert.match(
      describeResolution(answer, cwd),
      /^Lines that were not taken\n {2}\.env:2: python-dotenv leaves this line out\.$/m,
    );
    assert.deepEqual(reportResolution(answer, cwd).remarks, [
      { file: '.env', line: 2, message: 'python-dotenv leaves this line out.' },
    ]);
  });

  it('are not all told of a file that is no env file', async () => {
    const text = 'a line of prose\n'.repeat(10_000);
    assert.equal(placesOf(await resolved(undefined, { ...files, '/ws/.env': text })).length, 50);
  });

  it('are none in a file that is as it should be', async () =>
    assert.deepEqual(placesOf(await resolved(undefined, { ...files, '/ws/.env': 'A=1\n' })), []));
});
