import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { evaluate } from '../../../src/project/evaluation/evaluate';
import { modelBindings } from '../../../src/project/evaluation/modelBindings';
import { python } from '../../../src/project/evaluation/pythonEvaluation';
import { pythonLibraries } from '../../../src/project/frameworks/python';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

/** `flask.Config.from_object` on what a program of any kind may have in its hands. */
const calls = [...pythonLibraries.keys()]
  .filter((name) => /^[\w.()]+$/.test(name))
  .map((name) => name.replace(/^builtins\./, '').replace(/^flask\.Config\./, 'app.config.'));

const modules = [...new Set([...pythonLibraries.keys()].map((name) => name.split('.')[0] ?? ''))];

const words = [
  'x',
  'app',
  'None',
  '"config.A"',
  '"DJANGO_SETTINGS_MODULE"',
  '"postgres://u@h/d"',
  '{"default": {"ENGINE": "postgresql", "HOST": x}}',
  '[x, app]',
  'os.environ["A"]',
  'open',
  '__file__',
];

const expression = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...words),
    fc
      .tuple(fc.constantFrom(...calls), fc.array(tie('value'), { maxLength: 3 }))
      .map(([name, args]) => `${name}(${args.join(', ')})`),
    fc
      .tuple(fc.constantFrom(...calls), tie('value'))
      .map(([name, value]) => `${name}(*${value}, default=${value}, host=${value}, name=${value})`),
    fc.tuple(tie('value'), tie('value')).map(([one, other]) => `(${one} if os.sep else ${other})`),
  ),
})).value;

async function follow(lines: readonly string[], starts?: string): Promise<void> {
  const text = [
    `import ${modules.join(', ')}`,
    'app = flask.Flask(__name__)',
    'class A(pydantic.BaseSettings):\n    x: str',
    ...lines.map((line) => `x = ${line}`),
  ].join('\n');
  const evaluation = await evaluate(python, {
    ...testReader(memoryFiles({ '/ws/main.py': text, '/ws/config.py': text })),
    cwd: '/ws',
    root: '/ws',
    home: '/home/me',
    process: { settings: [] },
    entry: '/ws/main.py',
    name: '__main__',
    ...(starts === undefined ? {} : { starts: { rule: starts, name: 'app' } }),
  });
  assert.ok(evaluation);
  modelBindings(evaluation);
}

describe('the rules for Python libraries', () => {
  it('end without throwing on any arguments', async () => {
    const program = fc.array(expression, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(program, (lines) => follow(lines)),
      { numRuns: 300 },
    );
  });

  it('end without throwing when a command starts with any of them', async () => {
    for (const name of pythonLibraries.keys()) await follow(['x'], name);
  });
});
