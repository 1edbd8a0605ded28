import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { evaluate } from '../../../src/project/evaluation/evaluate';
import { javascript } from '../../../src/project/evaluation/javascriptEvaluation';
import { memoryRequest } from './evaluation/followMemory';

const words = [
  'x',
  'null',
  "'db.host'",
  "'./schema.json'",
  "{ db: { host: { default: 'a', env: 'DB_HOST' } } }",
  "[x, './config/default.yaml']",
  'process.env.NODE_ENV',
  '`./config/${process.env.NODE_ENV}.json`',
  '(() => x)',
];

const calls = [
  ...['get', 'has', 'util.getEnv'].map((name) => `config.${name}`),
  ...['get', 'has', 'set', 'load', 'loadFile', 'getProperties', 'validate'].map(
    (name) => `convict(x).${name}`,
  ),
  'convict',
  'deferConfig',
];

const expression = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...words),
    fc
      .tuple(fc.constantFrom(...calls), fc.array(tie('value'), { maxLength: 2 }))
      .map(([name, args]) => `${name}(${args.join(', ')})`),
    fc.tuple(tie('value'), tie('value')).map(([one, other]) => `(x ? ${one} : ${other})`),
  ),
})).value;

/** Files of settings as people may leave them behind. */
const settings = fc.constantFrom(
  '{"db": {"host": "a"}}',
  'db: {host: a}',
  'db: &db\n  host: a\nother:\n  <<: *db\n  more: *db\n',
  'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n',
  '[db]\nhost = "a"\n',
  '- a\n- b\n',
  '{ broken',
  '',
  `${'a: {'.repeat(200)}${'}'.repeat(200)}`,
);

async function follow(lines: readonly string[], text: string): Promise<void> {
  const main = [
    "const config = require('config');",
    "const convict = require('convict');",
    "const { deferConfig } = require('config/defer');",
    'let x = process.argv[2];',
    ...lines.map((line) => `x = ${line};`),
  ].join('\n');
  const files = { 'main.js': main, 'schema.json': text };
  const endings = ['json', 'yaml', 'yml', 'toml', 'json5', 'js'];
  const loaded = endings.map((ending) => [`config/default.${ending}`, text] as const);
  const request = memoryRequest({ ...files, ...Object.fromEntries(loaded) }, { NODE_CONFIG: text });
  assert.ok(await evaluate(javascript, { ...request, entry: '/ws/main.js', name: '__main__' }));
}

describe('the rules for JavaScript libraries', () => {
  it('end without throwing on any arguments and any files of settings', async () => {
    const program = fc.array(expression, { minLength: 1, maxLength: 6 });
    await fc.assert(fc.asyncProperty(program, settings, follow), { numRuns: 200 });
  });
});
