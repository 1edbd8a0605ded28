import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { variablesOf } from '../../../src/syntax/evaluation/value';
import { evaluatePython } from './evaluatePython';
import { shown } from './shown';

const cases: readonly (readonly [
  code: string,
  expected: unknown,
  variables?: Record<string, string>,
])[] = [
  ['x = "a" "b"', 'ab'],
  ['x = r"a\\n" + "\\n\\x41\\u00e9"', 'a\\n\nAé'],
  ['h = "db"\nx = f"{h}-{{1}}.example.com"', 'db-{1}.example.com'],
  ['x = "{{1}}"', '{{1}}'],
  ['x = "%s:%s" % ("a", 1)', 'a:1'],
  ['x = "%(h)s/x" % {"h": "a"}', 'a/x'],
  ['x = "{}-{b}".format("a", b="c")', 'a-c'],
  ['x = "/".join(["a", "b"])', 'a/b'],
  ['x = "PROD".lower()', 'prod'],
  ['x = None or "a"', 'a'],
  ['x = "" and "a"', ''],
  ['x = "a" if True else "b"', 'a'],
  ['x = {"a": {"b": 1}}["a"]["b"]', 1],
  ['x = {"a": 1}.get("b", 2)', 2],
  ['x = {**{"a": 1}, "b": 2}', { a: 1, b: 2 }],
  ['x = ["a", "b"][-1]', 'b'],
  ['x, y = ("a", "b")', 'a'],
  ['x = dict(a=1)\nx["b"] = 2\nx.update(c=3)', { a: 1, b: 2, c: 3 }],
  ['x = [1]\nx += [2]', [1, 2]],
  ['import os\nx = os.environ["A"]', 'v', { A: 'v' }],
  ['import os\nx = os.environ["A"]', '?'],
  ['from os import environ as e\nx = e.get("A", "d")', 'd'],
  ['from os import getenv\nx = getenv("A") or "d"', 'd', { A: '' }],
  ['import os\nos.environ.setdefault("A", "d")\nx = os.getenv("A")', 'd'],
  ['import os\nos.environ.setdefault("A", "d")\nx = os.getenv("A")', 'v', { A: 'v' }],
  ['import os\nos.environ["A"] = "w"\nx = os.getenv("A")', 'w', { A: 'v' }],
  ['import os\ntry:\n  x = os.environ["A"]\nexcept KeyError:\n  x = "d"', 'd'],
  ['import os\ntry:\n  x = os.environ["A"]\nexcept KeyError:\n  x = "d"', 'v', { A: 'v' }],
  [
    'import os\nif os.getenv("E") == "prod":\n  x = 1\nelif os.getenv("E") == "dev":\n  x = 2\nelse:\n  x = 3',
    2,
    { E: 'dev' },
  ],
  ['import os\nx = 1 if "A" in os.environ else 2', 2],
  [
    'import os\nmatch os.getenv("E"):\n  case "dev" | "test":\n    x = 1\n  case _:\n    x = 2',
    1,
    { E: 'test' },
  ],
  ['import sys\nif sys.argv[1] == "x":\n  x = 1\nelse:\n  x = 2', { oneOf: [1, 2] }],
  ['class A:\n  k = "a"\nclass B(A):\n  pass\nx = B.k', 'a'],
  [
    'class A:\n  def __init__(self, h):\n    self.h = h\n  def url(self):\n    return "x://" + self.h\nx = A("b").url()',
    'x://b',
  ],
  [
    'class A:\n  def __init__(self, h):\n    self.h = h\n    self.p = 1\nclass B(A):\n  def __init__(self):\n    super().__init__("b")\n    self.p = 2\nb = B()\nx = [b.h, b.p]',
    ['b', 2],
  ],
  [
    'class A:\n  def __init__(self):\n    self.u = self.url()\n  def url(self):\n    return "a"\nclass B(A):\n  def __init__(self):\n    super(B, self).__init__()\n  def url(self):\n    return super().url() + "b"\nx = B().u',
    'ab',
  ],
  [
    'class A:\n  h = "a"\n  @property\n  def u(self):\n    return self.h\nclass B(A):\n  h = "b"\n  @property\n  def u(self):\n    return "x-" + super().u\nx = B().u',
    'x-b',
  ],
  [
    'class A:\n  def __init__(self):\n    self.h = "a"\nclass M:\n  def __init__(self):\n    super().__init__()\n    self.m = 1\nclass B(M, A):\n  def __init__(self):\n    super().__init__()\nb = B()\nx = [b.h, b.m]',
    ['a', 1],
  ],
  [
    'class A:\n  @classmethod\n  def make(cls):\n    return cls.h\nclass B(A):\n  h = "b"\n  @classmethod\n  def make(cls):\n    return super().make() + "!"\nx = B.make()',
    'b!',
  ],
  [
    'class A:\n  h = "a"\nclass B(A):\n  pass\nclass C(A):\n  h = "c"\nclass D(B, C):\n  pass\nx = D.h',
    'c',
  ],
  [
    'from lib import Base\nclass A(Base):\n  def __init__(self):\n    super().__init__("a")\nx = A().b',
    '<lib.Base().b>',
  ],
  ['def f():\n  return super().g()\nx = f()', '?'],
  [
    'from dataclasses import dataclass, field\n@dataclass\nclass A:\n  h: str = "a"\n  p: int = 1\n  n: str = field(default="n")\na = A("b", p=2)\nx = [a.h, a.p, a.n]',
    ['b', 2, 'n'],
  ],
  [
    'import os\nfrom dataclasses import dataclass, field\n@dataclass\nclass A:\n  h: str = field(default_factory=lambda: os.getenv("H", "d"))\nx = A().h',
    'v',
    { H: 'v' },
  ],
  ['d = "outer"\nclass A:\n  d = "inner"\n  def f(self):\n    return d\nx = A().f()', 'outer'],
  ['def f(a, b="c"):\n  return a + b\nx = f("a")', 'ac'],
  ['def f(a):\n  if a == "x":\n    return 1\n  return 2\nx = f("x")', 1],
  ['def f(*a):\n  return f(*a)\nx = f(1)', '?'],
  ['v = "a"\ndef f():\n  global v\n  v = "b"\nf()\nx = v', 'b'],
  ['for k in ["a", "b"]:\n  x = k', 'b'],
  ['with open("f") as f:\n  x = "a"', 'a'],
  ['from lib import Thing\nx = Thing(1)', '<lib.Thing()>'],
  ['if __name__ == "__main__":\n  x = 1', 1],
  ['x = (y := "a")', 'a'],
  ['import sys\nx = {"a": 1}\nif sys.argv[1]:\n  x["a"] = 2', { a: { oneOf: [2, 1] } }],
  [`x = "a"\n${'x = x + x\n'.repeat(60)}`, '?'],
  [`x = [1]\n${'x = x + x\n'.repeat(60)}`, '?'],
  [`x = ${'('.repeat(3000)}1${')'.repeat(3000)}`, '?'],
];

describe('static evaluation of Python', () => {
  for (const [code, expected, variables = {}] of cases)
    it(`gives ${JSON.stringify(expected)} for ${JSON.stringify(code)} with ${JSON.stringify(variables)}`, async () => {
      const { value } = await evaluatePython({ 'main.py': code }, variables);
      assert.deepEqual(shown(value('x')), expected);
    });

  it('follows imports: packages, relative ones, aliases and stars', async () => {
    const { value } = await evaluatePython({
      'main.py':
        'import app.settings.prod as p\nfrom app import name as n\nfrom app.settings import *\nx = [p.a, n, base]',
      'app/__init__.py': 'name = "app"',
      'app/settings/__init__.py': 'from .common import base',
      'app/settings/common.py': 'base = "common"',
      'app/settings/prod.py': 'from .common import base\na = base + "!"',
    });
    assert.deepEqual(shown(value('x')), ['common!', 'app', 'common']);
  });

  it('survives modules that import each other', async () => {
    const { value } = await evaluatePython({
      'main.py': 'from a import x',
      'a.py': 'import b\nx = 1',
      'b.py': 'import a',
    });
    assert.equal(shown(value('x')), 1);
  });

  it('tells which variable chose a value, where, and what it was compared with', async () => {
    const config = [
      'import os',
      'class Production:',
      '    url = "postgresql://db-prod.example.com/app"',
      'class Development:',
      '    url = "postgresql://localhost/app"',
      'chosen = {"development": Development}.get(os.environ.get("APP_ENV"), Production)',
    ].join('\n');
    const { value, compared } = await evaluatePython({
      'main.py': 'from config import chosen\nx = chosen.url',
      'config.py': config,
    });
    const url = value('x');
    assert.ok(url);
    assert.equal(shown(url), 'postgresql://db-prod.example.com/app');
    assert.deepEqual(variablesOf(url), ['APP_ENV']);
    assert.deepEqual(
      url.trail.map(({ kind, origin }) => `${kind} ${origin.file}:${origin.line}`),
      ['read /ws/config.py:6', 'chosen /ws/config.py:6', 'written /ws/config.py:3'],
    );
    assert.deepEqual([...(compared.get('APP_ENV') ?? [])], ['development']);
  });

  it('marks what is assigned under a condition with the variable that decided it', async () => {
    const code = 'import os\nif os.getenv("DEBUG"):\n  x = "a"\nelse:\n  x = "b"';
    const { value } = await evaluatePython({ 'main.py': code });
    assert.deepEqual(variablesOf(value('x')!), ['DEBUG']);
  });

  it('marks what a function returns with the variable that decided it', async () => {
    const code =
      'import os\ndef f():\n  if os.getenv("E") == "dev":\n    return "a"\n  return "b"\nx = f()';
    const { value } = await evaluatePython({ 'main.py': code });
    assert.equal(shown(value('x')), 'b');
    assert.deepEqual(variablesOf(value('x')!), ['E']);
  });

  it('reports every call of something of a library, with its arguments', async () => {
    const code =
      'from peewee import PostgresqlDatabase as P\nargs = {"host": "h"}\ndb = P("scores", **args)';
    const { made } = await evaluatePython({ 'main.py': code });
    assert.deepEqual(
      made.map(({ maker, args, origin }) => [
        maker,
        args.positional.map(shown),
        shown(args.named.get('host')),
        origin.line,
      ]),
      [['peewee.PostgresqlDatabase', ['scores'], 'h', 3]],
    );
  });
});
