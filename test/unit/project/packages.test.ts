import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readPackages, type Ecosystem } from '../../../src/project/packages';
import { memoryFiles, type MemoryFile } from './memoryFiles';

const read = (contents: Record<string, MemoryFile>, cwd = '/ws') =>
  readPackages(memoryFiles(contents), cwd, '/ws');

describe('packages', () => {
  const declared: readonly [string, string, Ecosystem, string, string | undefined, number][] = [
    [
      'package.json',
      '{\n"dependencies": {\n"dotenv": "^16.4.5"\n}}',
      'node',
      'dotenv',
      '^16.4.5',
      3,
    ],
    ['package.json', '{"devDependencies": {"vite": "8"}}', 'node', 'vite', '8', 1],
    ['package.json', '{"packageManager": "bun@1.2.0"}', 'node', 'bun', '1.2.0', 1],
    ['requirements.txt', '# web\nFlask>=2.3 # web\n', 'python', 'flask', '>=2.3', 2],
    [
      'requirements-dev.txt',
      'python_dotenv[cli]==1.0.1 ; os_name == "nt"',
      'python',
      'python-dotenv',
      '==1.0.1',
      1,
    ],
    ['requirements/base.txt', '-r x.txt\npeewee', 'python', 'peewee', undefined, 2],
    [
      'pyproject.toml',
      '[project]\ndependencies = [\n  "flask>=3",\n  "psycopg[binary]~=3.1",\n]',
      'python',
      'psycopg',
      '~=3.1',
      4,
    ],
    [
      'pyproject.toml',
      '[project.optional-dependencies]\ndev = ["python-dotenv"]',
      'python',
      'python-dotenv',
      undefined,
      2,
    ],
    [
      'pyproject.toml',
      '[dependency-groups]\ndev = ["python-dotenv>1", {include-group = "x"}]',
      'python',
      'python-dotenv',
      '>1',
      2,
    ],
    [
      'pyproject.toml',
      '[tool.poetry.dependencies]\npython = "^3.11"\nPeewee = "^3.17"',
      'python',
      'peewee',
      '^3.17',
      3,
    ],
    [
      'pyproject.toml',
      '[tool.poetry.group.dev.dependencies]\nflask = {version = "^3.0", extras = ["dotenv"]}',
      'python',
      'flask',
      '^3.0',
      2,
    ],
    ['pyproject.toml', '[tool.uv]\ndev-dependencies = ["flask"]', 'python', 'flask', undefined, 2],
    ['Pipfile', '[packages]\nflask = "*"\n', 'python', 'flask', undefined, 2],
    [
      'setup.cfg',
      '[options]\ninstall_requires =\n    flask>=2\n    peewee\n',
      'python',
      'peewee',
      undefined,
      4,
    ],
    [
      'Gemfile',
      "source 'https://gems.example'\ngem 'dotenv-rails', '~> 2.8', groups: [:development]",
      'ruby',
      'dotenv-rails',
      '~> 2.8',
      2,
    ],
    [
      'composer.json',
      '{"require": {\n"symfony/dotenv": "^6.4"}}',
      'php',
      'symfony/dotenv',
      '^6.4',
      2,
    ],
    [
      'go.mod',
      'module example.com/app\n\nrequire (\n\tgithub.com/joho/godotenv v1.5.1\n)',
      'go',
      'github.com/joho/godotenv',
      'v1.5.1',
      4,
    ],
    [
      'pom.xml',
      '<project>\n<parent>\n<groupId>org.example</groupId><artifactId>parent</artifactId><version>3.2.0</version>\n</parent></project>',
      'java',
      'org.example:parent',
      '3.2.0',
      2,
    ],
    [
      'build.gradle.kts',
      'plugins {\n  id("org.example.boot") version "3.2.0"\n}',
      'java',
      'org.example.boot',
      '3.2.0',
      2,
    ],
    [
      'build.gradle',
      "dependencies {\n  implementation 'org.example:starter:1.0'\n}",
      'java',
      'org.example:starter',
      '1.0',
      2,
    ],
  ];
  for (const [file, text, ecosystem, name, version, line] of declared)
    it(`finds ${name} in ${file} with ${JSON.stringify(text)}`, async () => {
      const found = (await read({ [`/ws/${file}`]: text })).find(ecosystem, name);
      assert.deepEqual(found, {
        name,
        ...(version ? { version } : {}),
        origin: { kind: 'file', name, file: `/ws/${file}`, line },
      });
    });

  const locked: readonly [string, string, string, Ecosystem, string][] = [
    [
      'package.json',
      '{"dependencies": {"x": ">=1"}}',
      'package-lock.json',
      'node',
      '{"packages": {\n"node_modules/x": {\n"version": "2.5.0"}}}',
    ],
    [
      'package.json',
      '{"dependencies": {"x": ">=1"}}',
      'pnpm-lock.yaml',
      'node',
      "importers:\n  .:\n    dependencies:\n      x:\n        specifier: '>=1'\n        version: 2.5.0(y@1.0.0)\npackages:\n  x@1.0.0:\n",
    ],
    [
      'package.json',
      '{"dependencies": {"x": ">=1"}}',
      'yarn.lock',
      'node',
      'ax@^1:\n  version "9.9.9"\n\nx@^1.0, "x@>=1":\n  version "2.5.0"\n',
    ],
    [
      'package.json',
      '{"dependencies": {"x": ">=1"}}',
      'yarn.lock',
      'node',
      '"x@npm:>=1":\n  version: 2.5.0\n',
    ],
    [
      'package.json',
      '{"dependencies": {"x": ">=1"}}',
      'bun.lock',
      'node',
      '{"packages": {\n    "x": ["x@2.5.0", "", {}],\n}}',
    ],
    [
      'pyproject.toml',
      '[project]\ndependencies = ["x"]',
      'uv.lock',
      'python',
      '[[package]]\nname = "x"\nversion = "2.5.0"\n',
    ],
    [
      'Pipfile',
      '[packages]\nx = "*"',
      'Pipfile.lock',
      'python',
      '{"default": {"x": {"hashes": [], "version": "==2.5.0"}}}',
    ],
    [
      'Gemfile',
      'gem "x"',
      'Gemfile.lock',
      'ruby',
      'GEM\n  specs:\n    y (1.0)\n      x (>= 1)\n    x (2.5.0)\n',
    ],
    [
      'composer.json',
      '{"require": {"x": "^2"}}',
      'composer.lock',
      'php',
      '{"packages": [{"name": "x", "version": "v2.5.0"}]}',
    ],
  ];
  for (const [manifest, text, lock, ecosystem, lockText] of locked)
    it(`takes the version of ${manifest} from ${lock} ${JSON.stringify(lockText.slice(0, 20))}`, async () => {
      const packages = await read({ [`/ws/${manifest}`]: text, [`/ws/${lock}`]: lockText });
      assert.equal(packages.find(ecosystem, 'x')?.version, '2.5.0');
    });

  it('finds no package that only a lock file or an indirect requirement names', async () => {
    const packages = await read({
      '/ws/package.json': '{}',
      '/ws/yarn.lock': 'x@^1:\n  version "1.0.0"\n',
      '/ws/go.mod': 'require example.com/x v1.0.0 // indirect',
    });
    assert.equal(packages.find('node', 'x'), undefined);
    assert.equal(packages.find('go', 'example.com/x'), undefined);
  });

  it('prefers the nearest manifest and still sees that of the workspace folder', async () => {
    const packages = await read(
      {
        '/ws/package.json': '{"dependencies": {"dotenv": "16", "next": "15"}}',
        '/ws/apps/api/package.json': '{"dependencies": {"dotenv": "18"}}',
        '/package.json': '{"dependencies": {"above": "1"}}',
      },
      '/ws/apps/api/src',
    );
    assert.equal(packages.find('node', 'dotenv')?.version, '18');
    assert.equal(packages.find('node', 'next')?.origin.file, '/ws/package.json');
    assert.equal(packages.find('node', 'above'), undefined);
  });

  const broken: readonly [string, MemoryFile, string, number | undefined][] = [
    ['package.json', '{\n"dependencies": {\n"a": "1",,\n}}', 'is not valid JSON', 3],
    ['package.json', '', 'is not valid JSON', 1],
    ['pyproject.toml', '[project]\ndependencies = [', 'is not valid TOML', 2],
    ['composer.json', '[]', 'is not valid JSON', 1],
    ['package.json', { unreadable: 'holds binary data' }, 'holds binary data', undefined],
  ];
  for (const [name, content, message, line] of broken)
    it(`tells that ${name} with ${JSON.stringify(content)} ${message}`, async () => {
      const file = `/ws/${name}`;
      const { problems } = await read({ [file]: content });
      assert.deepEqual(problems, [{ file, ...(line ? { line } : {}), message }]);
    });

  const hostile: readonly (readonly [string, string])[] = [
    ['package.json', '['.repeat(1_000_000)],
    ['.nvmrc', '\n'.repeat(1_000_000)],
    ['pom.xml', '<parent>'.repeat(120_000)],
    ['go.mod', 'a.'.repeat(500_000)],
  ];
  for (const [name, text] of hostile)
    it(`reads a hostile ${name} in no time`, async () => {
      const packages = await read({ [`/ws/${name}`]: text });
      assert.equal(packages.find('node', 'dotenv'), undefined);
    }).timeout(3000);

  it('reads a broken package.json up to its mistake', async () => {
    const packages = await read({ '/ws/package.json': '{"dependencies": {"dotenv": "16"}, oops' });
    assert.equal(packages.find('node', 'dotenv')?.version, '16');
  });

  const versions: readonly [Record<string, string>, string | undefined][] = [
    [{ '/ws/.nvmrc': 'v22.3.0\n' }, 'v22.3.0'],
    [{ '/ws/.nvmrc': 'lts/iron' }, '20'],
    [{ '/ws/.node-version': '# ours\n24\n' }, '24'],
    [{ '/ws/package.json': '{"engines": {"node": ">=20"}}' }, '>=20'],
    [{ '/ws/package.json': '{"engines": {"node": "20"}, "volta": {"node": "22.1.0"}}' }, '22.1.0'],
    [{ '/ws/package.json': '{"engines": {"node": "20"}}', '/ws/.nvmrc': '22' }, '22'],
    [{ '/ws/.nvmrc': '\n' }, undefined],
  ];
  for (const [contents, version] of versions)
    it(`reads the version of Node.js from ${JSON.stringify(contents)}`, async () => {
      assert.equal((await read(contents)).nodeVersion, version);
    });

  it('lists the run-scripts with their lines', async () => {
    const { scripts } = await read({ '/ws/package.json': '{"scripts": {\n"dev": "next dev"}}' });
    const origin = { kind: 'file', name: 'dev', file: '/ws/package.json', line: 2 };
    assert.deepEqual(scripts, [{ name: 'dev', command: 'next dev', origin }]);
  });
});
