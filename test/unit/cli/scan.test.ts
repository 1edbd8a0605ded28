import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ScanReport } from '../../../src/cli/scanReport';
import { UserError } from '../../../src/errors';
import { withFolder } from '../temporaryFolder';
import { scanWith } from './scanFolder';

const keepthescore = 'test/incidents/keepthescore/workspace';
const famigo = 'test/incidents/famigo/workspace';
const wipe = 'SELECT 1;\nDELETE FROM players;\n';

describe('safety-catch scan', function () {
  this.timeout(30_000);

  it('names the database that the models belong to, not the one that the code names (keepthescore)', async () => {
    const { text, fails } = await scanWith(
      '--cwd',
      keepthescore,
      '--json',
      '--fail-on',
      'error',
      '.',
    );
    const { findings, files, bytes } = JSON.parse(text) as ScanReport;
    assert.equal(files, 6);
    assert.ok(bytes > 1000);
    const drop = findings.find(({ file, line }) => file === 'create_db.py' && line === 10);
    assert.ok(drop);
    const { kind, reach, api, confidence, severity, stage, target, endLine } = drop;
    assert.deepEqual(
      { kind, reach, api, confidence, severity, stage, host: target?.host, endLine },
      {
        kind: 'drop',
        reach: 'all',
        api: 'peewee',
        confidence: 'certain',
        severity: 'error',
        stage: 'production',
        host: 'db-prod.keepthescore.example',
        endLine: 10,
      },
    );
    assert.ok(fails);
  });

  it('flags the delete in the loop (famigo)', async () => {
    const { text } = await scanWith('--cwd', famigo, '--json', 'fix_duplicates.py');
    const { findings } = JSON.parse(text) as ScanReport;
    assert.deepEqual(
      findings.map(({ file, line, kind, reach, severity }) => [file, line, kind, reach, severity]),
      [['fix_duplicates.py', 7, 'delete', 'all', 'error']],
    );
  });

  it('follows the variables that it is given', async () => {
    const { text, fails } = await scanWith(
      ...['--cwd', keepthescore, '--env', 'FLASK_ENV=development'],
      ...['--json', '--fail-on', 'warning', '.'],
    );
    const { findings } = JSON.parse(text) as ScanReport;
    assert.ok(findings.length > 0);
    assert.ok(findings.every(({ stage }) => stage === 'development'));
    assert.ok(!fails);
  });

  it('groups what it tells people by file, with the reason, and no password', () =>
    withFolder({ 'old.sql': wipe }, async (cwd) => {
      const url = 'DATABASE_URL=postgresql://app:s3cret@db-prod.example.com/scores';
      const { text } = await scanWith('--cwd', cwd, '--env', url, '.');
      assert.match(text, /^old\.sql\n {2}2:1 {2}error .*players.*scores on db-prod/);
      assert.match(text, /says “prod”/);
      assert.match(text, /1 file: 1 error, 0 warnings, 0 notes\.\n$/);
      assert.doesNotMatch(text, /s3cret/);
    }));

  const levels = [
    ['error', false],
    ['warning', true],
    ['information', true],
  ] as const;
  for (const [level, expected] of levels)
    it(`${expected ? 'fails' : 'does not fail'} on ${level} where the database is not known`, () =>
      withFolder({ 'old.sql': wipe }, async (cwd) => {
        assert.equal((await scanWith('--cwd', cwd, '--fail-on', level, '.')).fails, expected);
      }));

  it('leaves out what a person has reviewed, and says where a review gives no reason', () => {
    const reviewed = {
      'a.sql': wipe.replace(/\n$/, '  -- safety-catch: reviewed the yearly reset\n'),
      'b.sql': wipe.replace('DELETE', '-- safety-catch: reviewed\nDELETE'),
    };
    return withFolder(reviewed, async (cwd) => {
      const { text, messages } = await scanWith('--cwd', cwd, '--json', '.');
      assert.deepEqual(
        (JSON.parse(text) as ScanReport).findings.map(({ file }) => file),
        ['b.sql'],
      );
      assert.deepEqual(messages, ['b.sql:2 the review does not count, because it gives no reason']);
    });
  });

  it('finds nothing, and says so, where nothing is destroyed', () =>
    withFolder({ 'a.sql': 'SELECT 1;\n' }, async (cwd) => {
      const { text, fails } = await scanWith('--cwd', cwd, '--fail-on', 'information', '.');
      assert.deepEqual([text, fails], ['1 file: 0 errors, 0 warnings, 0 notes.\n', false]);
    }));

  const wrong: readonly (readonly string[])[] = [
    [],
    ['no/such/folder'],
    ['--json', '--sarif', '.'],
    ['--fail-on', 'loud', '.'],
    ['--env', 'NAME', '.'],
  ];
  for (const words of wrong)
    it(`does not take ${JSON.stringify(words)}`, async () => {
      await assert.rejects(async () => scanWith(...words), UserError);
    });
});
