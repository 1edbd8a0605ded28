import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { CodeAnalyser } from '../../../src/project/analysis/codeAnalyser';
import type { CodeFinding } from '../../../src/core/findings/codeFinding';
import { memoryFiles } from '../project/memoryFiles';
import { testTrees } from '../syntax/testTrees';
import { codeFixtures } from './codeFixtures';

const longestMs = 10_000;

/** The findings of a file alone in its workspace, which must come soon and lie within it. */
async function analyse(name: string, text: string): Promise<readonly CodeFinding[]> {
  const path = `/ws/${name}`;
  const analyser = new CodeAnalyser(memoryFiles({ [path]: text }), testTrees, '/ws');
  const start = performance.now();
  const findings = await analyser.analyse(path);
  assert.ok(performance.now() - start < longestMs, `${name} takes too long`);
  const lines = text.split('\n');
  for (const { range } of findings) {
    assert.ok(range.line >= 1 && range.endLine >= range.line && range.endLine <= lines.length);
    assert.ok(range.column >= 1 && range.endColumn <= lines[range.endLine - 1]!.length + 1);
  }
  return findings;
}

const sources = codeFixtures()
  .flatMap(({ files }) => files)
  .map((file) => ({ name: basename(file), text: readFileSync(file, 'utf8') }));

const oddPieces = [
  ...['(', ')', '[', '{', '}', '"', "'", '`', '${', '/*', '"""', '#', '\\', ';', '=', '.', '...'],
  ...['\u0000', '\ufeff', '😀', '\r', '\t\t', 'async ', 'lambda: ', 'for x in x: ', 'class A(A): '],
  ...['x = x\n', 'delete()', '.deleteMany({})', 'DROP TABLE x;', 'import * from "./a"\n'],
];

type Edit = (text: string) => string;

/** What happens to code while it is typed, merged and broken: pieces go, come twice, or come from elsewhere. */
const edit: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.constantFrom('remove', 'repeat', 'insert', 'graft'),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 200 }),
    fc.constantFrom(...oddPieces),
    fc.constantFrom(...sources),
  )
  .map(([kind, part, length, piece, other]) => (text) => {
    const at = Math.floor(part * text.length);
    const [before, own, after] = [
      text.slice(0, at),
      text.slice(at, at + length),
      text.slice(at + length),
    ];
    if (kind === 'remove') return before + after;
    if (kind === 'repeat') return before + own + own + after;
    const graftAt = Math.floor(part * other.text.length);
    const grafted = kind === 'insert' ? piece : other.text.slice(graftAt, graftAt + length);
    return before + grafted + own + after;
  });

const nested = (open: string, inner: string, close: string, depth: number): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const hostile: readonly (readonly [what: string, name: string, text: string])[] = [
  ['calls in calls', 'a.py', nested('f(', 'x.delete()', ')', 3_000)],
  ['calls in calls', 'a.js', nested('f(', 'x.deleteMany({})', ')', 3_000)],
  ['lists in lists', 'a.ts', `x.deleteMany(${nested('[', '', ']', 5_000)})`],
  ['blocks in blocks', 'a.js', nested('if (x) {', 'x.drop()', '}', 3_000)],
  ['functions in functions', 'a.js', nested('(() => ', 'x.drop()', ')()', 2_000)],
  ['a chain without end', 'a.py', `x${'.filter()'.repeat(10_000)}.delete()`],
  ['a sum without end', 'a.js', `db.query(${Array(5_000).fill("'DELETE '").join(' + ')})`],
  ['names that stand for themselves', 'a.py', 'a = b\nb = a\na.delete()\n'.repeat(500)],
  [
    'functions that return themselves',
    'a.js',
    'function f() { return f(); }\nf().deleteMany({})\n',
  ],
  [
    'classes that descend from themselves',
    'a.py',
    'class A(A): pass\nclass B(C): pass\nclass C(B): pass\nA.objects.delete()\nB.objects.delete()\n',
  ],
  ['brackets that never close', 'a.sql', `DELETE FROM t WHERE ${'('.repeat(20_000)}`],
  ['a line of ten megabytes', 'a.py', `x = "${'a'.repeat(10 * 1024 * 1024)}"; y.delete()`],
  ['a line of ten megabytes', 'a.js', 'db.users.deleteMany({});'.repeat(430_000)],
  ['a line of ten megabytes', 'a.sql', 'DELETE FROM t; '.repeat(690_000)],
];

describe('the analyser, on hostile files', function () {
  this.timeout(120_000);

  for (const [what, name, text] of hostile)
    it(`comes to an end with ${what} (${extname(name)})`, async () => {
      await analyse(name, text);
    });

  it('comes to an end with real files, however they are broken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sources),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        async ({ name, text }, edits) => {
          await analyse(
            name,
            edits.reduce((now, change) => change(now), text),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('comes to an end with any text in a file of any language', async () => {
    const names = [...new Set(sources.map(({ name }) => `a${extname(name)}`))];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...oddPieces), fc.string({ unit: 'grapheme' })), {
        maxLength: 60,
      })
      .map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), text, async (name, written) => {
        await analyse(name, written);
      }),
      { numRuns: 100 },
    );
  });
});
