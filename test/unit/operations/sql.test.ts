import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { findIncludedSql, readSql } from '../../../src/core/operations/sql/readSql';
import { sqlDialects, type SqlLanguage } from '../../../src/core/operations/sql/sqlDialect';
import { shownOperations } from './shownOperations';
import { commonCases, dialectCases } from './sqlCases';

const languages = Object.keys(sqlDialects) as SqlLanguage[];

describe('what SQL does', () => {
  for (const language of languages)
    for (const [text, ...expected] of [...commonCases, ...dialectCases[language]])
      it(`reads “${text}” as ${language}`, () => {
        assert.deepEqual(shownOperations(readSql(text, language)), expected);
      });

  it('says on which line of the text a statement begins', () => {
    const text = 'SELECT 1;\n\n-- x\nDELETE FROM a;\nDO $$\nBEGIN\n  DROP TABLE b;\nEND $$;';
    assert.deepEqual(
      readSql(text, 'postgresql').map(({ origin }) => origin?.line),
      [4, 7],
    );
  });

  it('never shows a value', () => {
    const text = "UPDATE games SET a = 'hunter2' WHERE b = 'hunter2'; DELETE FROM 'hunter2';";
    for (const language of languages)
      assert.doesNotMatch(JSON.stringify(readSql(text, language)), /hunter2/);
  });

  it('says what psql was told before to connect to', () => {
    const text = 'DROP TABLE a;\n\\c other\nDROP TABLE a;\n\\c\n\\connect - - db-2\nDROP TABLE a;';
    const movesOf = (language: SqlLanguage) =>
      readSql(text, language).map(({ moves }) => moves ?? []);
    assert.deepEqual(movesOf('postgresql'), [[], ['other'], ['other', '- - db-2']]);
    assert.deepEqual(movesOf('mysql'), [[]]);
    assert.deepEqual(findIncludedSql('\\i a.sql\n\\c other\n\\i b.sql', 'postgresql'), [
      { language: 'postgresql', kind: 'file', path: 'a.sql' },
      { language: 'postgresql', kind: 'file', path: 'b.sql', moves: ['other'] },
    ]);
  });

  it('finds the files that a text has its client read', () => {
    const text = "SELECT 1;\n\\i 'a.sql'\n\\ir b.sql\n\\echo c.sql";
    assert.deepEqual(findIncludedSql(text, 'postgresql'), [
      { language: 'postgresql', kind: 'file', path: 'a.sql' },
      { language: 'postgresql', kind: 'file', path: 'b.sql', isBeside: true },
    ]);
    assert.deepEqual(findIncludedSql('source a.sql;', 'mysql'), [
      { language: 'mysql', kind: 'file', path: 'a.sql' },
    ]);
    assert.deepEqual(findIncludedSql('.read a.sql', 'sql'), [
      { language: 'sql', kind: 'file', path: 'a.sql' },
    ]);
    assert.deepEqual(findIncludedSql('@@drop.sql', 'sql'), [
      { language: 'sql', kind: 'file', path: 'drop.sql', isBeside: true },
    ]);
    assert.deepEqual(findIncludedSql('.read |generate', 'sql'), []);
  });
});

/** Pieces of SQL in any order, as broken text has them. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'DELETE FROM WHERE id = 1 ; ( ) , . \' " ` $$ $a$ /* */ /*! -- # \\ \\g { } ${ [ ] : @ ? % BEGIN END CASE WITH AS DROP TABLE IF EXISTS UPDATE SET AND OR NOT BETWEEN EXECUTE DO COPY stdin'.split(
          ' ',
        ),
      ),
      fc.constantFrom('\n', '\nGO\n', '\n/\n', 'DELIMITER //\n', '\\.\n'),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 60 },
  )
  .chain((parts) => fc.constantFrom(' ', '').map((glue) => parts.join(glue)));

describe('the reader of SQL', () => {
  it('reads any text without failing', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom(...languages), (text, language) => {
        for (const { subject, reach, kind } of readSql(text, language))
          assert.ok(subject && reach && kind);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a statement wherever it stands between others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...commonCases),
        fc.constantFrom(...languages),
        (row, language) => {
          const [text, ...expected] = row;
          fc.pre(!text.includes('--') && !/rollback/i.test(text));
          const around = `SELECT 'a;b';\n/* ; */ ${text};\nSELECT 1;`;
          assert.deepEqual(shownOperations(readSql(around, language)), expected);
        },
      ),
    );
  });

  const size = 200_000;
  const long: readonly (readonly [what: string, unit: string])[] = [
    ['rows of a dump', "INSERT INTO games VALUES (1,'a b c',NULL,2.5);\n"],
    ['values in one statement', "(1,'a'),"],
    ['quotes that nothing closes', "' \\' "],
    ['dollar quotes that nothing closes', '$a$ $b$ '],
    ['comments that nothing closes', '/* '],
    ['parentheses that nothing closes', '('],
    ['conditions', 'DELETE FROM a WHERE a = 1 OR b = 2 AND NOT c;'],
    ['negations', 'not '],
    ['blank lines', '\n'],
    ['begins of blocks', 'BEGIN '],
    ['common table expressions', 'WITH a AS ('],
    ['transactions', 'BEGIN; ROLLBACK; '],
    ['executed texts', "SET @q = @q + 'DROP TABLE a;' + @q;\nEXEC(@q);\n"],
    ['placeholders', '{{ '],
    ['cases', 'CASE '],
  ];
  for (const language of languages)
    for (const [what, unit] of long)
      it(`takes a moment for ${size / 1000} kB of ${what} as ${language}`, () => {
        const text = unit.repeat(size / unit.length);
        const start = process.cpuUsage();
        readSql(text, language);
        readSql(`DELETE FROM x WHERE ${text}`, language);
        const milliseconds = process.cpuUsage(start).user / 1000;
        assert.ok(milliseconds < 2500, `${milliseconds} ms`);
      });
});
