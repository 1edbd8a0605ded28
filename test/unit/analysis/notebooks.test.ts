import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'mocha';
import { CodeAnalyser } from '../../../src/project/analysis/codeAnalyser';
import { diskFiles } from '../../../src/project/diskFiles';
import { testTrees } from '../syntax/testTrees';

const folder = resolve('test/fixtures/notebooks/analysis');
const analyser = new CodeAnalyser(diskFiles, testTrees, folder);

/** Each finding by its rule, with the text that its range in the file covers. */
async function foundIn(name: string): Promise<readonly string[]> {
  const path = resolve(folder, name);
  const lines = readFileSync(path, 'utf8').split('\n');
  return (await analyser.analyse(path)).map(({ rule, range }) => {
    const text = lines[range.line - 1]?.slice(range.column - 1, range.endColumn - 1);
    return `${range.line} ${rule}: ${text}`;
  });
}

async function foundInCells(name: string): Promise<readonly string[]> {
  const path = resolve(folder, name);
  const found = await analyser.analyseNotebook(path, readFileSync(path, 'utf8'));
  return found.map(({ part, finding }) => {
    const range = part.inCell(finding.range);
    return `${range?.cell} ${range?.line}:${range?.column} ${finding.rule}`;
  });
}

describe('notebooks', () => {
  it('have their cells read as one program, and their magics as what they are for', async () => {
    assert.deepEqual(await foundIn('cleanup.ipynb'), [
      '41 peewee-delete: execute()',
      '51 peewee-drop-tables: drop_tables([Order])',
      '60 sql-delete: psql -c \\"DELETE FROM carts\\"',
      '61 sql-truncate: TRUNCATE invoices',
      '73 sql-drop-table: DROP TABLE orders_old',
      '84 dropdb: dropdb shop_copy',
    ]);
  });

  it('have places in their cells, too', async () => {
    assert.deepEqual(await foundInCells('cleanup.ipynb'), [
      '3 2:30 peewee-delete',
      '4 2:4 peewee-drop-tables',
      '5 2:13 sql-truncate',
      '6 3:3 sql-drop-table',
      '5 1:2 sql-delete',
      '7 3:1 dropdb',
    ]);
  });

  it('are read in one line of JSON as well, in the language of their kernel', async () => {
    assert.deepEqual(await foundIn('one-line.ipynb'), ['1 sql-delete: DELETE FROM carts']);
  });

  it('may name what destroys and do nothing of it', async () => {
    assert.deepEqual(await foundIn('explore.ipynb'), []);
  });
});
