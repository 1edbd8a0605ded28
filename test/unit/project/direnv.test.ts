import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { underDirenv } from '../../../src/project/loaders/direnv';
import { findLoader } from '../../../src/project/loaders';
import { splitStatements } from '../../../src/project/loaders/shellStatements';
import { cwd, load, type LoadCase } from './load';
import { memoryFiles } from './memoryFiles';

const known: readonly (readonly [
  envrc: string,
  expected: string | undefined,
  rest?: Omit<LoadCase, 'files'> & { files?: LoadCase['files'] },
])[] = [
  ['export DB=a', 'a'],
  ['export DB="a b"  # mine', 'a b'],
  ['DB=a', undefined],
  ['DB=a\nexport DB', 'a'],
  ['DB=a', 'a', { variables: { DB: 'shell' } }],
  ['declare -x DB=a', 'a'],
  ['export DB=a; export OTHER=b', 'a'],
  ['export HOST=h.example\nexport DB=$HOST/x', 'h.example/x'],
  ['export DB=$HOST/x', 'shell.example/x', { variables: { HOST: 'shell.example' } }],
  ['export DB=a\nunset DB', undefined],
  ['dotenv', 'base', { files: { '.env': 'DB=base' } }],
  ['dotenv config', 'inner', { files: { 'config/.env': 'DB=inner' } }],
  ['dotenv "$PWD/b.env"', 'b', { files: { 'b.env': 'DB=b' } }],
  ['dotenv_if_exists .env.local', undefined],
  ['[ -f .env.local ] && dotenv .env.local', undefined],
  ['if [[ -f b.env ]]; then\n  source b.env\nfi', undefined, { files: { 'b.env': 'DB=b' } }],
  ['set -a\nsource b.env\nset +a', 'b', { files: { 'b.env': 'DB=b' } }],
  ['set -a; . ./b.env; set +a', 'b', { files: { 'b.env': 'DB=b' } }],
  ['dotenv\nexport DB=later', 'later', { files: { '.env': 'DB=base' } }],
  ['source_env ../shared', 'shared', { files: { '/ws/shared/.envrc': 'export DB=shared' } }],
  ['source_up', 'up', { files: { '/ws/.envrc': 'export DB=up' } }],
  ['source_up_if_exists', undefined],
  ['use flake\nlayout python\nPATH_add bin\nwatch_file x\nexport DB=a', 'a'],
];

const unknown: readonly (readonly [envrc: string, line: number])[] = [
  ['\neval "$(op signin)"', 2],
  ['export A=1\n./secrets.sh', 2],
  ['if [ "$USER" = me ]; then\n  export DB=a\nfi', 1],
  ['dotenv missing.env', 1],
  ['if [ -f x ]; then\n  dotenv_if_exists x\n  export DB=a\nfi', 3],
  ['[ -f x ] && export DB=a', 1],
  ['source "$SECRETS"', 1],
  ['source_env_if_exists "$(pwd)/x"', 1],
];

describe('direnv', () => {
  for (const [envrc, expected, rest] of known)
    it(`knows what ${JSON.stringify(envrc)} exports`, async () => {
      const files = { ...rest?.files, '.envrc': envrc };
      const environment = await load('direnv', { ...rest, files });
      assert.deepEqual(environment.problems(), []);
      assert.equal(environment.get('DB'), expected);
    });

  for (const [envrc, line] of unknown)
    it(`puts everything in doubt after ${JSON.stringify(envrc)}`, async () => {
      const files = { '.envrc': `${envrc}\nexport DB=b` };
      const environment = await load('direnv', { files, variables: { OTHER: 'shell' } });
      const [problem] = environment.problems();
      assert.deepEqual([problem?.file, problem?.line], [`${cwd}/.envrc`, line]);
      for (const name of ['DB', 'OTHER'])
        assert.deepEqual(environment.find(name)?.doubts, [problem]);
    });

  it('runs nothing: a command stays as it is written', async () => {
    const files = { '.envrc': 'export DB="$(cat secret)"\nexport A=1' };
    const environment = await load('direnv', { files });
    assert.match(environment.get('DB') ?? '', /\$\(cat secret\)/);
    assert.equal(environment.get('A'), '1');
  });

  it('tells file and line of what it exports', async () => {
    const found = (
      await load('direnv', { files: { '/ws/.envrc': '# x\n\nexport A=1\nexport DB=b' } })
    ).find('DB');
    assert.deepEqual(found?.setting.origin, {
      kind: 'file',
      name: 'DB',
      file: '/ws/.envrc',
      line: 4,
    });
  });

  it('reads nothing in a shell that direnv has set up already', async () => {
    const files = { '.envrc': 'export DB=file' };
    const variables = { DIRENV_DIR: `-${cwd}`, DB: 'shell' };
    assert.equal((await load('direnv', { files, variables })).get('DB'), 'shell');
  });

  it('ends among files that source each other', async () => {
    const environment = await load('direnv', { files: { '.envrc': 'source_env .' } });
    assert.equal(environment.problems().length, 1);
  });

  it('comes before the loader of the project', async () => {
    const dotenv = findLoader('dotenv');
    assert.ok(dotenv);
    const environment = await underDirenv(dotenv).load({
      files: memoryFiles({ '/ws/.envrc': 'export DB=direnv', '/ws/.env': 'DB=env\nB=env' }),
      cwd: '/ws',
      root: '/ws',
      home: '/home/me',
      process: { settings: [] },
      options: {},
    });
    assert.deepEqual([environment.get('DB'), environment.get('B')], ['direnv', 'env']);
  });
});

describe('shell statements', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, number])[]])[] = [
    [
      'a\n\n b # c\n# d\ne#f',
      [
        ['a', 1],
        ['b', 3],
        ['e#f', 5],
      ],
    ],
    [
      'a; b && c',
      [
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ],
    ],
    [
      "a 'x;\ny' b\nc",
      [
        ["a 'x;\ny' b", 1],
        ['c', 3],
      ],
    ],
    [
      'a "x; $(b; c) \\" #y"\nd',
      [
        ['a "x; $(b; c) \\" #y"', 1],
        ['d', 2],
      ],
    ],
    [
      'a $(b; c (d;e))\nf',
      [
        ['a $(b; c (d;e))', 1],
        ['f', 2],
      ],
    ],
    [
      'a \\\n  b\nc',
      [
        ['a   b', 1],
        ['c', 3],
      ],
    ],
    [
      "a 'open\nb",
      [
        ["a 'open", 1],
        ['b', 2],
      ],
    ],
  ];
  for (const [script, expected] of cases)
    it(`cuts ${JSON.stringify(script)}`, () => {
      assert.deepEqual(
        splitStatements(script).map(({ text, line }) => [text, line]),
        expected,
      );
    });
});
