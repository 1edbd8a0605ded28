import assert from 'node:assert/strict';
import { commandBypasses, settingBypasses } from '../../../src/syntax/analysis/bypassRules';
import { bypassesIn } from '../../../src/syntax/analysis/bypassesIn';

const packageOf = (scripts: Record<string, string>): string =>
  JSON.stringify({ name: 'shop', description: 'prisma migrate reset --force', scripts }, null, 2);

const found: readonly (readonly [path: string, text: string, rule: string, marked: string])[] = [
  [
    'package.json',
    packageOf({ build: 'tsc', 'db:reset': 'prisma migrate reset --force && npm run seed' }),
    'bypass-prisma-reset',
    'prisma migrate reset --force',
  ],
  [
    'apps/api/package.json',
    packageOf({ push: 'npx prisma db push --schema=a.prisma --accept-data-loss' }),
    'bypass-prisma-data-loss',
    'prisma db push --schema=a.prisma --accept-data-loss',
  ],
  [
    'package.json',
    packageOf({ push: 'drizzle-kit push --force' }),
    'bypass-drizzle-force',
    'drizzle-kit push --force',
  ],
  [
    '.github/workflows/ci.yml',
    'env:\n  DISABLE_DATABASE_ENVIRONMENT_CHECK: 1\n',
    'bypass-rails-environment-check',
    'DISABLE_DATABASE_ENVIRONMENT_CHECK: 1',
  ],
  [
    'bin/reset.sh',
    '#!/bin/sh\nexport PRISMA_USER_CONSENT_FOR_DANGEROUS_AI_ACTION="yes, go on"\n',
    'bypass-prisma-consent',
    'PRISMA_USER_CONSENT_FOR_DANGEROUS_AI_ACTION="yes',
  ],
  [
    'Dockerfile',
    'ENV DISABLE_DATABASE_ENVIRONMENT_CHECK 1\n',
    'bypass-rails-environment-check',
    'DISABLE_DATABASE_ENVIRONMENT_CHECK 1',
  ],
  [
    'deploy.yaml',
    'run: php ./artisan migrate:fresh --seed --force\n',
    'bypass-laravel-force',
    'artisan migrate:fresh --seed --force',
  ],
  [
    'Makefile',
    'reset:\n\t./manage.py flush --noinput\n',
    'bypass-django-no-input',
    'manage.py flush --noinput',
  ],
];

const quiet: readonly (readonly [path: string, text: string])[] = [
  ['package.json', packageOf({ ci: 'npm install --force', push: 'prisma db push' })],
  ['package.json', packageOf({ reset: 'prisma migrate reset', push: 'git push --force' })],
  ['package.json', packageOf({ a: 'prisma migrate deploy && npm run clean -- --force' })],
  ['package.json', 'no JSON { at all'],
  ['ci.yml', '# DISABLE_DATABASE_ENVIRONMENT_CHECK: 1\nrun: echo # prisma migrate reset --force\n'],
  ['ci.yml', 'env:\n  DISABLE_DATABASE_ENVIRONMENT_CHECK: ""\n'],
  ['reset.sh', 'unset DISABLE_DATABASE_ENVIRONMENT_CHECK OTHER\n'],
  ['reset.sh', 'echo "$DISABLE_DATABASE_ENVIRONMENT_CHECK: kept"\n'],
  ['reset.sh', 'DISABLE_DATABASE_ENVIRONMENT_CHECK= bin/rails db:migrate\n'],
  ['reset.sh', 'prisma migrate reset --force # found as the command that it is\n'],
];

describe('bypasses', () => {
  for (const [path, text, rule, marked] of found)
    it(`finds "${marked}" in ${path}`, () => {
      const findings = bypassesIn(path, text);
      assert.deepEqual(
        findings.map((finding) => finding.rule),
        [rule],
      );
      const { line, column, endColumn } = findings[0]!.range;
      assert.equal(text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1), marked);
    });

  for (const [path, text] of quiet)
    it(`finds none in ${path}: ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.deepEqual(bypassesIn(path, text), []);
    });

  it('have an id each', () => {
    const ids = [...settingBypasses, ...commandBypasses].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
