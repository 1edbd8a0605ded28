import assert from 'node:assert/strict';
import { parse as parseWithDotenv } from 'dotenv';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { ids, parse } from './read';

const size = 1 << 20;

function filled(start: string, unit: string, end = ''): string {
  return start + unit.repeat((size - start.length - end.length) / unit.length) + end;
}

/** Each took quadratic or exponential time in one reader or another. */
const hostile: Readonly<Record<string, string>> = {
  'an open quote': filled('A="', 'x'),
  'open quotes on each line': filled('', 'A="x\n'),
  'escaped quotes': filled("A='", "\\'"),
  'blanks inside a value': filled('A=x', ' ', 'y'),
  'empty lines': filled('', '\n'),
  'equal signs': filled('', '='),
  'one assignment a line': filled('', 'A=1\n'),
  'one assignment after another': filled('', 'A=1;'),
  backslashes: filled('A="', '\\'),
  'open references': filled('A=', '${'),
  'references with a colon': filled('A=', '${b:', '}'),
  'nested defaults': filled('A=', '${a:-'),
  'nested defaults that are closed': `A="${'${a:-'.repeat(1e5)}x${'}'.repeat(1e5)}"`,
  'references to itself': filled('A=x', '$A'),
};

/** Ten references a line, sixty lines of references to references. */
function laughs(reference: (line: number) => number): string {
  const lines = Array.from({ length: 60 }, (_, line) => {
    const target = reference(line);
    return `V${line}=${target < 0 || target > 59 ? 'ha' : `\${V${target}}`.repeat(10)}`;
  });
  return lines.join('\n');
}

const endless: Readonly<Record<string, string>> = {
  'references to lines above': laughs((line) => line - 1),
  'references to lines below': laughs((line) => line + 1),
  'a reference to itself': 'A=${A}\nB=x${A}${B:-${A}}',
  'two that refer to each other': 'A=$B\nB=$A\nC=${A}${B}',
  'two that grow': 'A=x${B}y${B}\nB=${A}${A}',
};

const pieces = fc.constantFrom(
  ...['A', 'B', '=', ':', '"', "'", '`', '\\', '\n', '\r\n', ' ', '\t', '#', 'export ', '$A', '${'],
  ...[
    '}',
    '${B:-',
    '${A:+',
    '$(',
    ')',
    '(',
    '&&',
    ';',
    '{',
    '---\n',
    '\uFEFF',
    '\u2028',
    'é',
    '\0',
  ],
);
const envFile = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

describe('hostile env files', function () {
  this.timeout(60_000);

  for (const id of ids) {
    it(`cost ${id} no more than a moment`, () => {
      const slow = Object.entries(hostile).filter(([, text]) => {
        const start = performance.now();
        parse(id, text);
        return performance.now() - start > 8000;
      });
      assert.deepEqual(
        slow.map(([name]) => name),
        [],
      );
    });

    it(`do not make ${id} grow without end`, () => {
      for (const [name, text] of Object.entries(endless)) {
        const length = parse(id, text).assignments.reduce(
          (sum, { value }) => sum + (value?.length ?? 0),
          0,
        );
        assert.ok(length < 1 << 24, `${name}: ${length}`);
      }
    });

    it(`never make ${id} throw, and leave each line inside the file`, () => {
      fc.assert(
        fc.property(fc.oneof(envFile, fc.string({ unit: 'binary' })), (text) => {
          const { assignments, problems } = parse(id, text, { env: { B: 'b$A' } });
          const count = text.split(/\r\n|\n|\r/).length;
          for (const { line } of [...assignments, ...problems])
            assert.ok(line >= 1 && line <= count, `line ${line} of ${count}`);
        }),
        { numRuns: 100 },
      );
    });
  }
});

describe('dotenv', () => {
  it('finds in any file what the package finds', () => {
    // The package takes these for line ends too, which no editor does.
    const text = envFile.map((written) => written.replaceAll('\u2028', ''));
    fc.assert(
      fc.property(text, (written) => {
        const found = parse('dotenv', written).assignments.map(({ name, value }) => [name, value]);
        assert.deepEqual(Object.fromEntries(found), { ...parseWithDotenv(written) });
      }),
      { numRuns: 500 },
    );
  });
});
