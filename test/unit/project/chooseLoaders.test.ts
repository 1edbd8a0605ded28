import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { chooseLoaders, type LoaderChoice } from '../../../src/project/loaders';
import { readPackages } from '../../../src/project/packages';
import { memoryFiles } from './memoryFiles';

async function choose(
  contents: Readonly<Record<string, string>>,
  cwd = '/ws',
): Promise<readonly LoaderChoice[]> {
  return chooseLoaders(await readPackages(memoryFiles(contents), cwd, '/ws'));
}

const node = (...names: readonly string[]): string =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) });
const gradle = "plugins {\n  id 'org.springframework.boot' version '3.5.0'\n}";

const guesses = ['plain', 'plain', 'plain'];

const cases: readonly (readonly [Record<string, string>, readonly string[]])[] = [
  [{}, guesses],
  [{ '/ws/package.json': 'broken' }, guesses],
  [{ '/ws/package.json': node('dotenv') }, ['dotenv']],
  [{ '/ws/package.json': node('dotenv', 'dotenv-expand') }, ['dotenv-expand']],
  [{ '/ws/package.json': node('dotenv', 'next') }, ['next', 'dotenv']],
  [{ '/ws/package.json': node('next', 'prisma') }, ['next', 'prisma']],
  [
    {
      '/ws/package.json': '{"dependencies": {"next": "16", "prisma": "^7.1.0", "dotenv": "17"}}',
    },
    ['next', 'dotenv'],
  ],
  [{ '/ws/package.json': node('next', 'prisma'), '/ws/prisma.config.ts': '' }, ['next']],
  [{ '/ws/package.json': node('@nestjs/config') }, ['nest']],
  [{ '/ws/package.json': node('dotenv-flow') }, ['dotenv-flow']],
  [{ '/ws/package.json': node('vite') }, [...guesses, 'vite']],
  [{ '/ws/package.json': node('drizzle-kit') }, [...guesses, 'drizzle-kit']],
  [{ '/ws/package.json': node('@types/bun') }, ['bun']],
  [{ '/ws/package.json': '{"scripts": {"start": "bun run src/index.ts"}}' }, ['bun']],
  [{ '/ws/package.json': '{"scripts": {"build": "bun run build:web"}}' }, guesses],
  [{ '/ws/requirements.txt': 'python-dotenv' }, ['python-dotenv']],
  [{ '/ws/requirements.txt': 'Flask\npython-dotenv' }, ['python-dotenv', 'flask']],
  [{ '/ws/requirements.txt': 'Flask' }, guesses],
  [{ '/ws/requirements.txt': 'django-environ' }, ['django-environ']],
  [{ '/ws/Pipfile': '' }, [...guesses, 'pipenv']],
  [{ '/ws/Gemfile': "gem 'dotenv-rails'" }, ['dotenv-rails']],
  [{ '/ws/Gemfile': "gem 'dotenv'" }, ['ruby-dotenv']],
  [{ '/ws/composer.json': '{"require": {"laravel/framework": "^12"}}' }, ['laravel']],
  [{ '/ws/composer.json': '{"require": {"symfony/dotenv": "^7"}}' }, ['symfony']],
  [{ '/ws/composer.json': '{"require": {"vlucas/phpdotenv": "^5"}}' }, ['phpdotenv']],
  [{ '/ws/go.mod': 'require github.com/joho/godotenv v1.5.1' }, ['godotenv']],
  [{ '/ws/build.gradle': gradle }, ['spring']],
  [{ '/ws/package.json': node('dotenv'), '/ws/.envrc': '' }, ['dotenv', 'dotenv']],
];

describe('choosing loaders', () => {
  for (const [contents, expected] of cases)
    it(`takes ${expected.join(', ')} for ${JSON.stringify(contents)}`, async () => {
      const choices = await choose(contents);
      assert.deepEqual(
        choices.map(({ loader }) => loader.id),
        expected,
      );
    });

  it('guesses in the three dialects that differ most, and says that it guesses', async () => {
    const choices = await choose({});
    assert.deepEqual(
      choices.map(({ options, because }) => [options.dialect, because]),
      [
        ['dotenv', undefined],
        ['python-dotenv', undefined],
        ['compose', undefined],
      ],
    );
  });

  it('says which line of which manifest it goes by, and passes the locked version on', async () => {
    const [choice] = await choose({
      '/ws/package.json': '{\n"dependencies": {\n"dotenv": ">=16"}}',
      '/ws/yarn.lock': 'dotenv@>=16:\n  version "18.0.10"\n',
    });
    const origin = { kind: 'file', name: 'dotenv', file: '/ws/package.json', line: 3 };
    assert.deepEqual(choice?.because, origin);
    assert.deepEqual(choice?.options, { version: '18.0.10' });
  });

  const scripts: readonly (readonly [Record<string, string>, readonly string[]])[] = [
    [
      { start: 'node --env-file=.env.production app.js', dev: 'node --env-file .env app.js' },
      ['.env'],
    ],
    [{ start: 'node --env-file=a.env --env-file="b c.env" app.js' }, ['a.env', 'b c.env']],
    [{ seed: 'tsx --env-file-if-exists=.env.seed seed.ts' }, ['.env.seed']],
  ];
  for (const [commands, paths] of scripts)
    it(`takes the env files of the usual script of ${JSON.stringify(commands)}`, async () => {
      const choices = await choose({
        '/ws/package.json': JSON.stringify({ scripts: commands, engines: { node: '22' } }),
      });
      const { loader, options } = choices.at(-1) ?? {};
      assert.equal(loader?.id, 'node-env-file');
      assert.deepEqual(options, { paths, nodeVersion: '22' });
    });

  it('tells a loader where the project is, when the working folder is deeper', async () => {
    const files = { '/ws/shop/Gemfile': "gem 'dotenv-rails'", '/ws/shop/app/x.rb': '' };
    const [choice] = await choose(files, '/ws/shop/app');
    assert.deepEqual(choice?.options, { folder: '/ws/shop' });
  });

  it('does not guess at direnv where the shell itself has told its variables', async () => {
    const files = memoryFiles({ '/ws/package.json': node('dotenv'), '/ws/.envrc': '' });
    const packages = await readPackages(files, '/ws', '/ws');
    assert.equal(chooseLoaders(packages).length, 2);
    assert.equal(chooseLoaders(packages, true).length, 1);
  });
});
