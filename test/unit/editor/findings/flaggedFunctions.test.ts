import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { flaggedFunctions } from '../../../../src/editor/findings/flaggedFunctions';
import { liveFinding } from './liveFinding';

const cases: readonly (readonly [owner: string, code: string, line: number | undefined])[] = [
  ['clear', 'clear()\ndef clear(families):\n    families.delete()', 2],
  ['Families.clear', 'class Families:\n    async def clear(self):\n        self.all.delete()', 2],
  ['clear', 'export const clear = async () => {\n  await prisma.user.deleteMany();\n};', 1],
  [
    'Users.clear',
    'class Users {\n  async clear(): Promise<void> {\n    this.db.deleteMany({});',
    2,
  ],
  ['clear', 'func clear(db *sql.DB) {\n\tdb.Exec("DELETE FROM games")\n}', 1],
  ['gone', 'x.delete()', undefined],
];

describe('the function of a flagged line', () => {
  for (const [owner, code, line] of cases)
    it(`is found for ${owner} in ${JSON.stringify(code)}`, () => {
      const last = code.split('\n').findLastIndex((content) => /delete/i.test(content)) + 1;
      const found = flaggedFunctions([liveFinding(last, 'production', { owner })], code);
      assert.deepEqual(
        found.map((own) => own.line),
        line === undefined ? [] : [line],
      );
    });

  it('is told once for all of its lines', () => {
    const code = 'def clear():\n    a.delete()\n    b.delete()\n';
    const found = [2, 3].map((line) => liveFinding(line, 'production', { owner: 'clear' }));
    assert.deepEqual(flaggedFunctions(found, code), [{ line: 1, findings: found }]);
  });
});
