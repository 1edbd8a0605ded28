import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { variablesOf } from '../../../src/syntax/evaluation/value';
import { evaluateJavaScript } from './evaluateJavaScript';
import { shown } from './shown';

const cases: readonly (readonly [
  code: string,
  expected: unknown,
  variables?: Record<string, string>,
])[] = [
  [`export const x = 'a\\n\\x41\\u00e9\\u{1F600}'`, 'a\nAé😀'],
  ['const h = `db`; export const x = `${h}-${1}.example.com`', 'db-1.example.com'],
  [`export const x = 'a' + 1 + null`, 'a1null'],
  ['export const x = 1 + 2', 3],
  [`export const x = undefined || '' || 'a'`, 'a'],
  [`export const x = null ?? '' ?? 'a'`, ''],
  [`export const x = '' && 'a'`, ''],
  [`export const x = [] ? 'a' : 'b'`, 'a'],
  [`const o = { a: { b: 1 } }; export const x = o.a['b']`, 1],
  [`const o = {}; export const x = o?.a?.b?.()`, undefined],
  [`const o = null; export const x = o?.a.b ?? 'd'`, 'd'],
  [`export const x = { ...{ a: 1, b: 1 }, b: 2, ['c' + 1]: 3 }`, { a: 1, b: 2, c1: 3 }],
  [`export const x = [...[1], ...[2, 3]]`, [1, 2, 3]],
  [`const o = { get a() { return this.b }, b: 1 }; export const x = o.a`, 1],
  [`const o = { a() { return this.b + 1 }, b: 1 }; export const x = o.a()`, 2],
  [
    `const { a, b: { c = 'd' } = {}, ...rest } = { a: 1, e: 2 }; export const x = [a, c, rest]`,
    [1, 'd', { e: 2 }],
  ],
  [
    `const [a, , b = 3, ...c] = [1, 2, undefined, 4, 5]; export const x = [a, b, c]`,
    [1, 3, [4, 5]],
  ],
  [`let x = 1; { let x = 2; x = 3 } export { x }`, 1],
  [`let x = 1; { x = 2 } export { x }`, 2],
  [`var x = 1; if (true) { var x = 2 } export { x }`, 2],
  [`export let x = 1; function f() { x = 2 } f()`, 2],
  [
    `function f(a, { b = 'c' } = {}, ...r) { return [a, b, r] } export const x = f('a', undefined, 1)`,
    ['a', 'c', [1]],
  ],
  [`export const x = f(); function f() { return 'hoisted' }`, 'hoisted'],
  [`const f = async (a) => a; export const x = await f('a')`, 'a'],
  [`const f = (a) => (b) => a + b; export const x = f('a')('b')`, 'ab'],
  [`function f(a) { if (a === 'x') return 1; return 2 } export const x = f('x')`, 1],
  [`function f(a) { return f(a) } export const x = f(1)`, '?'],
  [
    `export let x; switch ('b') { case 'a': x = 1; case 'b': x = 2; case 'c': x = 3; break; default: x = 4 }`,
    3,
  ],
  [
    `export let x; switch (process.argv[2]) { case 'a': x = 1; break; default: x = 2 }`,
    {
      oneOf: [1, 2],
    },
  ],
  [`export let x = 0; if (process.argv[2]) { x = 1 } else { x = 2 }`, { oneOf: [1, 2] }],
  [`export const x = { a: 1 }; if (process.argv[2]) x.a = 2`, { a: { oneOf: [2, 1] } }],
  [
    `function f() { if (process.argv[2]) return 1; return 2 } export const x = f()`,
    {
      oneOf: [1, 2],
    },
  ],
  [`export let x = 1; if (process.argv[2]) { x = 2; throw new Error() }`, 1],
  [`export let x = 1; try { throw new Error(); x = 2 } catch (e) { x = 3 } finally { x += 1 }`, 4],
  [`export let x = 1; try { x = 2 } catch { x = 3 }`, 2],
  [`export let x = 1; if (true) throw new Error(); x = 2`, 1],
  [`export let x = 1; process.exit(1); x = 2`, 1],
  [`export let x = ''; for (const a of ['a', 'b', 'c']) { if (a === 'b') continue; x += a }`, 'ac'],
  [`export let x = ''; for (const k in { a: 1, b: 2 }) { x += k; if (k === 'a') break }`, 'a'],
  [`export let x = 'a'; while (process.argv[2]) { x = 'b' }`, { oneOf: ['b', 'a'] }],
  [
    `class A { static s = 'a'; f = 'b'; m() { return this.f } } const a = new A(); export const x = [A.s, a.f, a.m()]`,
    ['a', 'b', 'b'],
  ],
  [
    `class A { constructor(h) { this.h = h } } class B extends A { #p = 'p'; constructor() { super('h') } url() { return this.h + this.#p } } export const x = new B().url()`,
    'hp',
  ],
  [`class A { static s = 'a' } class B extends A {} export const x = B.s`, 'a'],
  [`class A { get url() { return 'u' } } export const x = new A().url`, 'u'],
  [
    `class A { constructor(private readonly h: string) {} m() { return this.h } } export const x = new A('h').m()`,
    'h',
  ],
  [`enum E { A = 'a', B = 'b' } export const x = [E.A, E['B']]`, ['a', 'b']],
  [`export const x = ('a' as const) satisfies string`, 'a'],
  [`export const x = process.env.A!`, 'v', { A: 'v' }],
  [`export const x = process.env['A']`, undefined],
  [
    `const { A, B = 'd', C: c } = process.env; export const x = [A, B, c]`,
    ['v', 'd', 'w'],
    { A: 'v', C: 'w' },
  ],
  [`const env = process.env; export const x = env.A ?? 'd'`, '', { A: '' }],
  [`process.env.A ??= 'd'; export const x = process.env.A`, 'd'],
  [`process.env.A ||= 'd'; export const x = process.env.A`, 'v', { A: 'v' }],
  [`process.env.A = 5; export const x = process.env.A`, '5', { A: 'v' }],
  [
    `if (process.argv[2]) process.env.A = 'w'; export const x = process.env.A`,
    { oneOf: ['w', 'v'] },
    { A: 'v' },
  ],
  [`Object.assign(process.env, { A: 'w' }); export const x = process.env.A`, 'w', { A: 'v' }],
  [`const c = { A: 'd', ...process.env }; export const x = [c.A, c.B]`, ['d', 'v'], { B: 'v' }],
  [`const c = { A: 'd', ...unknownThing }; export const x = c.A`, { oneOf: ['d', '?'] }],
  [`export const x = 'A' in process.env`, false],
  [`export const x = 'PROD-a'.toLowerCase().replace('-a', '').split('o')`, ['pr', 'd']],
  [`export const x = 'prod'.startsWith('') && !'prod'.includes('z')`, true],
  [`export const x = /^prod$/.test(process.env.A)`, true, { A: 'prod' }],
  [`export const x = /^(a+)+$/.test(process.env.A)`, '?', { A: 'aaaa' }],
  [`export const x = ['a', 'b'].map((v) => v + '!').join('/')`, 'a!/b!'],
  [`export const x = [['a', ''].filter(Boolean), ['a'].includes('a')]`, [['a'], true]],
  [`const l = ['a']; l.push('b'); export const x = l`, ['a', 'b']],
  [`export const x = Object.assign({ a: 1 }, { b: 2 })`, { a: 1, b: 2 }],
  [
    `export const x = Object.fromEntries(Object.entries({ a: 1 }).map(([k, v]) => [k + k, v]))`,
    { aa: 1 },
  ],
  [`export const x = JSON.parse('{"a":[1,null]}')`, { a: [1, null] }],
  [`export const x = [String(1), Number('2'), parseInt('3px', 10), !!'a']`, ['1', 2, 3, true]],
  [
    `const u = new URL('postgres://u:p@h.example:1/d'); u.hostname = 'i.example'; u.pathname = '/e'; export const x = [u.port, u.host, u.toString(), String(u)]`,
    ['1', 'i.example:1', 'postgres://u:p@i.example:1/e', 'postgres://u:p@i.example:1/e'],
  ],
  [`import path from 'node:path'; export const x = path.join(__dirname, '..', 'a', './b')`, '/a/b'],
  [`const { resolve } = require('path'); exports.x = resolve('a', '../b')`, '/ws/b'],
  [
    `import { fileURLToPath } from 'url'; export const x = fileURLToPath(new URL('./a', import.meta.url))`,
    '/ws/a',
  ],
  [`import pg from 'pg'; export const x = new pg.Pool({})`, '<pg.Pool()>'],
  [`import { Pool as P } from 'pg'; export const x = new P()`, '<pg.Pool()>'],
  [`const { Client } = require('pg'); module.exports = { x: new Client() }`, '<pg.Client()>'],
  [`import postgres from 'postgres'; export const x = postgres('u')`, '<postgres()>'],
  [`export const x = require('knex').default({})`, '<knex()>'],
  [
    `const p = Promise.resolve('a'); export const x = p.then((a) => a + 'b').catch(() => 'c')`,
    'ab',
  ],
  [`export const x = (function () { return 'a' })()`, 'a'],
  [`export const x = require.main === module`, true],
  [
    `import { z } from 'zod'; const e = z.object({ A: z.string().url(), B: z.string().default('d'), C: z.coerce.number() }).parse(process.env); export const x = [e.A, e.B, e.C]`,
    ['v', 'd', 1],
    { A: 'v', C: '1' },
  ],
  [
    `import env from 'env-var'; export const x = [env.get('A').required().asString(), env.get('B').default('d').asString()]`,
    ['v', 'd'],
    { A: 'v' },
  ],
  [
    `import { cleanEnv, str } from 'envalid'; const e = cleanEnv(process.env, { A: str(), B: str({ default: 'd' }) }); export const x = [e.A, e.B]`,
    ['v', 'd'],
    { A: 'v' },
  ],
  [`let x = 'a'; ${`x = x + x; `.repeat(60)} export { x }`, '?'],
  [`let x = [1]; ${`x = [...x, ...x]; `.repeat(60)} export { x }`, '?'],
  [`export const x = ${'('.repeat(3000)}1${')'.repeat(3000)}`, '?'],
];

describe('static evaluation of JavaScript and TypeScript', () => {
  for (const [code, expected, variables = {}] of cases)
    it(`gives ${JSON.stringify(expected)} for ${JSON.stringify(code.slice(0, 300))} with ${JSON.stringify(variables)}`, async () => {
      const { value } = await evaluateJavaScript({ 'main.ts': code }, variables);
      assert.deepEqual(shown(value('x')), expected);
    });

  it('follows imports and exports of every form', async () => {
    const { value } = await evaluateJavaScript({
      'main.ts': [
        "import d, { a as b, c } from './standard';",
        "import * as all from './standard';",
        "import common, { e } from './common.js';",
        "import json from './data.json';",
        "import lib = require('./common.js');",
        'export const x = [d, b, c, all.f, all.star, common.e, e, json.g.h, lib.e];',
      ].join('\n'),
      'standard.ts': [
        "export default 'd'; export const a = 'a'; let c = 'before'; export { c, c as f };",
        "export * from './stars'; function later() { c = 'after' } later();",
      ].join('\n'),
      'stars/index.ts': "export const star = '*';",
      'common.js': "module.exports = { e: 'e' };",
      'data.json': '{ "g": { "h": 1 } }',
    });
    assert.deepEqual(shown(value('x')), ['d', 'a', 'after', 'after', '*', 'e', 'e', 1, 'e']);
  });

  it('follows require, dynamic imports and modules that are a function', async () => {
    const { value } = await evaluateJavaScript({
      'main.js':
        "const f = require('./f'); exports.x = [f('a'), require('./g').default, h()]; async function h() { return (await import('./g')).default }",
      'f.js': 'module.exports = (a) => a + exports.b; exports.b = 1;',
      'g.js': "export default 'g'",
    });
    assert.deepEqual(shown(value('x')), ['a1', 'g', 'g']);
  });

  it('survives modules that import each other', async () => {
    const { value } = await evaluateJavaScript({
      'main.ts': "import { x } from './a'; export { x };",
      'a.ts': "import './b'; export const x = 1;",
      'b.ts': "import { x } from './a'; export const y = x;",
    });
    assert.equal(shown(value('x')), 1);
  });

  it('carries imports out before the code around them', async () => {
    const { loaded, value } = await evaluateJavaScript({
      'main.ts':
        "process.env.A = 'late'; import { a } from './a'; import 'dotenv/config'; export const x = a;",
      'a.ts': "export const a = process.env.A ?? 'early';",
    });
    assert.equal(shown(value('x')), 'early');
    assert.deepEqual(loaded, [{ loader: 'dotenv', override: false, from: '/ws/main.ts' }]);
  });

  const loads: readonly (readonly [code: string, request: object])[] = [
    ["require('dotenv').config()", { loader: 'dotenv', override: false }],
    [
      "import { config } from 'dotenv'; config({ path: ['.env.local', '.env'], override: true })",
      { loader: 'dotenv', override: true, paths: ['.env.local', '.env'] },
    ],
    [
      "import dotenv from 'dotenv'; import path from 'path'; dotenv.config({ path: path.resolve(__dirname, '../.env') })",
      { loader: 'dotenv', override: false, paths: ['/.env'] },
    ],
    ["import 'dotenv-flow/config'", { loader: 'dotenv-flow', override: false }],
    [
      "import { loadEnvConfig } from '@next/env'; loadEnvConfig(process.cwd(), true)",
      { loader: 'next', override: false, mode: 'development', folder: '/ws' },
    ],
    [
      "process.loadEnvFile('.env.local')",
      { loader: 'node-env-file', override: false, paths: ['.env.local'] },
    ],
  ];
  for (const [code, request] of loads)
    it(`loads the files of ${code}`, async () => {
      const { loaded } = await evaluateJavaScript({ 'main.ts': code });
      assert.deepEqual(loaded, [{ ...request, from: '/ws/main.ts' }]);
    });

  it('tells which variable chose a value, where, and what it was compared with', async () => {
    const { value, compared } = await evaluateJavaScript({
      'main.ts': "import { chosen } from './config'; export const x = chosen.url;",
      'config.ts': [
        'const configs = {',
        "  production: { url: 'postgresql://db-prod.example.com/app' },",
        "  development: { url: 'postgresql://localhost/app' },",
        '};',
        "export const chosen = configs[process.env.NODE_ENV || 'production'];",
      ].join('\n'),
    });
    const url = value('x');
    assert.ok(url);
    assert.equal(shown(url), 'postgresql://db-prod.example.com/app');
    assert.deepEqual(variablesOf(url), ['NODE_ENV']);
    assert.deepEqual(
      url.trail.map((step) =>
        [step.kind, step.kind === 'chosen' ? step.choice : '', step.origin.line].join(' '),
      ),
      ['read  5', 'written  5', 'chosen production 5', 'written  2'],
    );
    assert.deepEqual([...(compared.get('NODE_ENV') ?? [])], ['production', 'development']);
  });

  const deciding: readonly (readonly [code: string, compared: readonly string[]])[] = [
    ["let x; if (process.env.E === 'dev') { x = 'a' } else { x = 'b' } export { x }", ['dev']],
    ["export const x = process.env.E === 'dev' ? 'a' : 'b'", ['dev']],
    [
      "function f() { if (process.env.E === 'dev') return 'a'; return 'b' } export const x = f()",
      ['dev'],
    ],
    [
      "let x; switch (process.env.E) { case 'dev': x = 'a'; break; case 'test': x = 'c'; break; default: x = 'b' } export { x }",
      ['dev', 'test'],
    ],
    [
      "import { z } from 'zod'; const e = z.object({ E: z.enum(['dev', 'test']).default('test') }).parse(process.env); export const x = e.E === 'dev' ? 'a' : 'b'",
      ['dev', 'test'],
    ],
  ];
  for (const [code, expected] of deciding)
    it(`finds that E decides in ${code}`, async () => {
      const { value, compared } = await evaluateJavaScript({ 'main.ts': code });
      assert.equal(shown(value('x')), 'b');
      assert.deepEqual(variablesOf(value('x')!), ['E']);
      assert.deepEqual([...(compared.get('E') ?? [])], expected);
    });

  it('reports calls of libraries, those in callbacks and of providers, too', async () => {
    const code = [
      "import { Pool, Client } from 'pg'; import { PrismaClient } from '@prisma/client';",
      "import { Injectable } from '@nestjs/common'; import { app } from 'lib';",
      "const options = { host: 'h' };",
      'const pool = new Pool({ ...options, port: 1 });',
      'app.listen(3000, async () => { new Client(); });',
      "@Injectable() export class Db extends PrismaClient { constructor() { super({ datasourceUrl: 'u' }); } }",
    ].join('\n');
    const { made } = await evaluateJavaScript({ 'main.ts': code });
    assert.deepEqual(
      made.map(({ maker, args, origin }) => [maker, args.positional.map(shown)[0], origin.line]),
      [
        ['pg.Pool', { host: 'h', port: 1 }, 4],
        ['lib.app.listen', 3000, 5],
        ['pg.Client', undefined, 5],
        ['@nestjs/common.Injectable', undefined, 6],
        ['@prisma/client.PrismaClient', { datasourceUrl: 'u' }, 6],
      ],
    );
  });
});
