import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { evaluateJavaScript } from './evaluateJavaScript';
import { evaluatePython } from './evaluatePython';

const evaluators = {
  JavaScript: (text: string) => evaluateJavaScript({ 'main.ts': text }, { A: 'v' }),
  Python: (text: string) => evaluatePython({ 'main.py': text }, { A: 'v' }),
} as const;

type Language = keyof typeof evaluators;

/** Whole programs: each piece stands where the language takes it, so that the rules for it run. */
const programs: Readonly<Record<Language, fc.Arbitrary<string>>> = {
  JavaScript: fc
    .letrec<{ expression: string; statement: string; block: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('x', 'f', 'C', 'this', '1', "'a'", 'null', 'process.env', 'process.env.A'),
        filled('(%) + (%)', tie('expression')),
        filled('(%) ?? (%)', tie('expression')),
        filled('(%) === (%)', tie('expression')),
        filled('(%) ? (%) : (%)', tie('expression')),
        filled('{ ...(%), x: (%), get y() { return (%) } }', tie('expression'), '(', ')'),
        filled('[...(%), (%)].map(f)', tie('expression')),
        filled('(%)?.x[(%)]', tie('expression')),
        filled('(%)((%), ...(%))', tie('expression')),
        filled('new (%)((%))', tie('expression')),
        filled('((a = (%), { x } = (%)) => (%))', tie('expression')),
        filled('(x = (%))', tie('expression')),
        filled('Object.assign((%), (%))', tie('expression')),
        filled('`a${(%)}b`.split((%))', tie('expression')),
        filled("require('lib').f((%))", tie('expression')),
      ),
      statement: fc.oneof(
        { maxDepth: 4 },
        filled('x = (%);', tie('expression')),
        filled('const { x, ...y } = (%);', tie('expression')),
        filled('return (%);', tie('expression')),
        filled('throw (%);', tie('expression')),
        filled('function f(x, ...y) { % }', tie('block')),
        filled('class C extends C { x = (%); static y = (%); }', tie('expression')),
        filled('if (process.argv[2]) { % } else { % }', tie('block')),
        filled('for (const x of [1, 2]) { % }', tie('block')),
        filled('while (x) { % break; }', tie('block')),
        filled(
          "switch (process.env.B) { case 'a': % case 'b': % break; default: % }",
          tie('block'),
        ),
        filled('try { % } catch ({ x }) { % } finally { % }', tie('block')),
      ),
      block: fc.array(tie('statement'), { maxLength: 4 }).map((all) => all.join(' ')),
    }))
    .block.map((code) => `let x; ${code}`),
  Python: fc
    .letrec<{ expression: string; statement: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('x', 'f', 'C', '1', "'a'", 'None', 'os.environ', "os.environ['A']"),
        filled('(%) + (%)', tie('expression')),
        filled('(%) or (%)', tie('expression')),
        filled('(%) == (%)', tie('expression')),
        filled('(%) if (%) else (%)', tie('expression')),
        filled("{**(%), 'x': (%)}", tie('expression')),
        filled('[(%), (%)]', tie('expression')),
        filled('(%)[(%)].x', tie('expression')),
        filled('(%)(*(%), x=(%))', tie('expression')),
        filled("'%s{}'.format((%))", tie('expression')),
        filled('(lambda a: (%))', tie('expression')),
      ),
      statement: fc.oneof(
        { maxDepth: 4 },
        filled('x = (%)', tie('expression')),
        filled('x, y = (%)', tie('expression')),
        filled('return (%)', tie('expression')),
        indented('def f(x, y=1):', tie('statement')),
        indented('class C(C):', tie('statement')),
        indented('if x:', tie('statement')),
        indented('for x in [1, 2]:', tie('statement')),
        indented('while x:', tie('statement')),
        indented('with x as y:', tie('statement')),
        indented('try:', tie('statement')).map((code) => `${code}\nexcept E:\n  x = 1`),
      ),
    }))
    .statement.map((code) => `import os\n${code}\nf(C())`),
};

/** A piece of code with generated code in each of its holes. */
function filled(template: string, hole: fc.Arbitrary<string>, before = '', after = '') {
  const pieces = template.split('%');
  return fc
    .array(hole, { minLength: pieces.length - 1, maxLength: pieces.length - 1 })
    .map((codes) => before + pieces.map((piece, at) => piece + (codes[at] ?? '')).join('') + after);
}

function indented(head: string, statement: fc.Arbitrary<string>) {
  return fc.array(statement, { minLength: 1, maxLength: 3 }).map((all) =>
    [
      head,
      ...all
        .join('\n')
        .split('\n')
        .map((line) => `  ${line}`),
    ].join('\n'),
  );
}

/** Words that mean something to the interpreters, to be thrown together. */
const words: Readonly<Record<Language, readonly string[]>> = {
  JavaScript: [
    ...[
      'const x = ',
      'let ',
      'x',
      'y',
      ' = ',
      '=>',
      'function f(a) ',
      'class A extends B ',
      'new ',
    ],
    ...[
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '...',
      ', ',
      '; ',
      '\n',
      '?.',
      '.',
      '?',
      ':',
      '||',
      '??=',
      '+',
    ],
    ...[
      'if (x) ',
      'else ',
      'switch (x) ',
      'case 1: ',
      'default: ',
      'for (const a of x) ',
      'while (x) ',
    ],
    ...[
      'try {',
      '} catch (e) {',
      'throw ',
      'return ',
      'break; ',
      'process.env.A',
      'process.env',
      '`${',
    ],
    ...[
      "'text'",
      '1',
      'null',
      'undefined',
      "require('pg')",
      'export default ',
      'import a from "b"; ',
    ],
    ...[
      'Object.assign(',
      'new URL(',
      'JSON.parse(',
      '.map(',
      '.then(',
      'await ',
      'async ',
      'f(f)',
      '!',
    ],
  ],
  Python: [
    ...[
      'x = ',
      'x',
      'y',
      ' = ',
      'def f(a):\n  ',
      'class A(B):\n  ',
      'lambda: ',
      'f(f)',
      ': ',
      '\n',
      '\n  ',
    ],
    ...[
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '*',
      '**',
      ', ',
      '.',
      ' if x else ',
      ' or ',
      ' + ',
      ' % ',
      ' in ',
    ],
    ...['if x:\n  ', 'else:\n  ', 'match x:\n  ', 'case 1:\n  ', 'for a in x:\n  ', 'while x:\n  '],
    ...[
      'try:\n  ',
      'except:\n  ',
      'return ',
      'with x as y:\n  ',
      'import os\n',
      "os.environ['A']",
      "f'{'",
    ],
    ...["'text'", '1', 'None', '.get(', '.format(', '.join(', 'from a import *\n', 'global x\n'],
  ],
};

const large: Readonly<Record<Language, readonly (readonly [what: string, text: string])[]>> = {
  JavaScript: [
    ['10,000 assignments', 'let x = 1;\n' + 'x = x + 1;\n'.repeat(10_000)],
    ['10,000 conditions', 'let x;\n' + 'if (unknown) { x = 1 }\n'.repeat(10_000)],
    ['10,000 ways out', `function f() {\n${'if (u) return 1;\n'.repeat(10_000)}}\nf();`],
    ['10,000 entries', `const x = {\n${'a: 1,\n'.repeat(10_000)}};`],
    ['spreads that double', 'let x = { a: 1 };\n' + 'x = { ...x, ...x };\n'.repeat(10_000)],
    ['10,000 chained calls', `lib${'.a()\n'.repeat(10_000)}`],
    ['10,000 operators', `const x = 1${'\n+ 1'.repeat(10_000)};`],
    ['10,000 brackets', `const x = ${'['.repeat(10_000)}${']'.repeat(10_000)};`],
    ['10,000 blocks', `${'{'.repeat(10_000)}${'}'.repeat(10_000)}`],
    ['10,000 functions', `const x = ${'() => '.repeat(10_000)}1; x()`],
    ['deep ifs', `${'if (u) {'.repeat(3000)}x = 1${'}'.repeat(3000)}`],
    ['calls that call twice', 'const f = (a) => f(a) + f(a);\n'.repeat(50) + 'f(1);'],
    ['loops in loops', `${'for (const a of [1,2,3,4,5,6,7,8,9]) {'.repeat(12)}${'}'.repeat(12)}`],
  ],
  Python: [
    ['10,000 assignments', 'x = 1\n' + 'x = x + 1\n'.repeat(10_000)],
    ['10,000 conditions', 'if unknown:\n  x = 1\n'.repeat(10_000)],
    ['10,000 ways out', `def f():\n${'  if u:\n    return 1\n'.repeat(10_000)}f()`],
    ['10,000 entries', `x = {\n${"'a': 1,\n".repeat(10_000)}}`],
    ['lists that double', 'x = [1]\n' + 'x = x + x\n'.repeat(10_000)],
    ['10,000 chained calls', `import lib\nx = (lib${'.a()\n'.repeat(10_000)})`],
    ['10,000 operators', `x = (1${'\n+ 1'.repeat(10_000)})`],
    ['10,000 brackets', `x = ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['deep ifs', Array.from({ length: 400 }, (_, depth) => ' '.repeat(depth) + 'if u:').join('\n')],
    ['calls that call twice', 'def f(a):\n  return f(a) + f(a)\nf(1)'],
    [
      'loops in loops',
      Array.from(
        { length: 12 },
        (_, depth) => ' '.repeat(depth) + 'for a in [1,2,3,4,5,6,7,8,9]:',
      ).join('\n') + ' x = 1',
    ],
  ],
};

for (const language of ['JavaScript', 'Python'] as const) {
  const evaluate = evaluators[language];
  describe(`static evaluation of any ${language}`, () => {
    it('ends without throwing on words of the language in any order', async () => {
      const code = fc.array(fc.constantFrom(...words[language]), { maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(code, async (pieces) => void (await evaluate(pieces.join('')))),
        { numRuns: 300 },
      );
    });

    it('ends without throwing on any program', async () => {
      await fc.assert(
        fc.asyncProperty(programs[language], async (code) => void (await evaluate(code))),
        { numRuns: 500 },
      );
    });

    it('ends without throwing on any text', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
          await evaluate(text);
        }),
        { numRuns: 200 },
      );
    });

    for (const [what, text] of large[language])
      it(`ends in time on ${what}`, async () => {
        const start = performance.now();
        await evaluate(text);
        const milliseconds = performance.now() - start;
        assert.ok(milliseconds < 5000, `${Math.round(milliseconds)} ms`);
      });
  });
}
