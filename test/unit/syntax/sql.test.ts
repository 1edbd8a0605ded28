import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { loadPostgresParser } from '../../../src/syntax/sql/postgresParser';
import { sqlStatements } from '../../../src/syntax/sql/sqlStatements';
import { shownOperations } from '../operations/shownOperations';
import { commonCases, dialectCases, type SqlCase } from '../operations/sqlCases';

/** What words alone do not tell. */
const treeCases: readonly SqlCase[] = [
  [
    'DELETE FROM games WHERE id IN (SELECT lo_unlink(a) FROM b)',
    'delete one one large object',
    'delete some rows of games',
  ],
  [
    'SELECT * FROM a, LATERAL pg_terminate_backend(a.pid)',
    'terminate some connections of other programs',
  ],
  ['DELETE FROM games WHERE (((id) = 5))', 'delete one one row of games'],
  ['DELETE FROM games WHERE id = -1', 'delete one one row of games'],
  ['DELETE FROM games WHERE 0 = 1'],
  ['DELETE FROM games WHERE U&"d!0061t" UESCAPE \'!\' = 1', 'delete some rows of games'],
];

/** Folds names as PostgreSQL does. */
function lower(text: string): string {
  return text.toLowerCase();
}

describe('what SQL does, as PostgreSQL reads it', () => {
  for (const [text, ...expected] of [...commonCases, ...dialectCases.postgresql, ...treeCases])
    it(`reads “${text}”`, async () => {
      const found = shownOperations(await sqlStatements.read(text, 'postgresql'));
      assert.deepEqual(found.map(lower), expected.map(lower));
    });

  it('has a tree for what PostgreSQL would execute, and none for the rest', async () => {
    const parse = await loadPostgresParser();
    assert.ok(parse);
    assert.deepEqual(Object.keys(parse('DELETE FROM games') ?? {}), ['DeleteStmt']);
    assert.equal(parse('DELETE games'), undefined);
    assert.equal(parse(''), undefined);
  });

  it('goes on after a statement that is nested too deeply to be parsed', async () => {
    for (const condition of [`${'('.repeat(20_000)}1`, `${'1+'.repeat(20_000)}1`])
      assert.deepEqual(
        shownOperations(
          await sqlStatements.read(`DELETE FROM a WHERE ${condition}; DROP TABLE b`, 'postgresql'),
        ),
        ['delete some rows of a', 'drop all the table b'],
      );
  });

  it('reads any statement without failing', async () => {
    const words =
      'DELETE FROM WHERE id = 1 ; ( ) , . WITH AS UPDATE SET INSERT INTO VALUES SELECT NOT AND OR NULL IS EXPLAIN ANALYZE TRUNCATE DROP TABLE'.split(
        ' ',
      );
    const texts = fc.array(fc.constantFrom(...words), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(texts, async (parts) => {
        assert.ok(Array.isArray(await sqlStatements.read(parts.join(' '), 'postgresql')));
      }),
      { numRuns: 500 },
    );
  });

  it('takes a moment for a long dump', async () => {
    const text = "INSERT INTO games VALUES (1, 'a', NULL);\nDELETE FROM a WHERE b = 1;\n".repeat(
      5_000,
    );
    await sqlStatements.read('DELETE FROM a', 'postgresql');
    const start = process.cpuUsage();
    await sqlStatements.read(text, 'postgresql');
    assert.ok(process.cpuUsage(start).user < 2_500_000);
  });
});
