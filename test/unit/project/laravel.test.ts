import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Environment } from '../../../src/core/environment/environment';
import { Setting } from '../../../src/core/environment/setting';
import { hostOf, portOf } from '../../../src/core/targets/target';
import { readLaravelTargets } from '../../../src/project/frameworks/laravelTargets';
import { readReturnedArray } from '../../../src/project/frameworks/phpArray';
import { memoryFiles } from './memoryFiles';

const config = `<?php

use Illuminate\\Support\\Str; // a comment

return [
    'default' => env('DB_CONNECTION', 'shop'),
    /* the shop's own */
    'connections' => [
        'sqlite' => ['driver' => 'sqlite', 'database' => env('DB_DATABASE', database_path('database.sqlite'))],
        'shop' => [
            'driver' => 'pgsql',
            'url' => env('SHOP_URL'),
            'host' => env('SHOP_HOST', '127.0.0.1'),
            'port' => env('SHOP_PORT', '5432'),
            'database' => env('SHOP_DATABASE', 'shop'),
            'username' => 'keeper',
            'options' => extension_loaded('pdo') ? array_filter([1 => env('X')]) : [],
        ],
        'split' => array(
            'driver' => "mysql",
            'read' => ['host' => ['replica.example.com']],
            'write' => ['host' => ['writer.example.com']],
            'database' => 'shop',
            'unix_socket' => '',
        ),
        'computed' => ['driver' => 'mysql', 'host' => app()->environment('x') ? 'a' : 'b'],
    ],
    'redis' => ['client' => Str::slug(env('APP_NAME', 'x'), '_').'_database_'],
];
`;

async function shownWith(variables: Readonly<Record<string, string>>): Promise<string> {
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const files = memoryFiles({ '/ws/config/database.php': config });
  const [target] = await readLaravelTargets(files, '/ws', new Environment([{ settings }]));
  if (!target) return 'nothing';
  const { database = '', user, unresolved, origin } = target;
  if (unresolved !== undefined) return unresolved;
  const place = `${hostOf(target) ?? ''}:${portOf(target) ?? ''}/${database}`;
  return `${user ? `${user}@` : ''}${place} by ${origin.name}`;
}

const cases: readonly (readonly [variables: Readonly<Record<string, string>>, shown: string])[] = [
  [{}, 'keeper@127.0.0.1:5432/shop by shop'],
  [{ SHOP_HOST: 'a.example.com', SHOP_PORT: '1' }, 'keeper@a.example.com:1/shop by SHOP_HOST'],
  [
    { SHOP_HOST: 'a.example.com', SHOP_URL: 'postgres://me:hunter2@b.example.com/live' },
    'me@b.example.com:5432/live by SHOP_URL',
  ],
  [
    { SHOP_URL: 'postgres://b.example.com/live?host=c.example.com' },
    'keeper@c.example.com:5432/live by SHOP_URL',
  ],
  [{ DB_CONNECTION: 'sqlite' }, '/ws/database/database.sqlite:/ by sqlite'],
  [{ DB_CONNECTION: 'split' }, 'writer.example.com:3306/shop by split'],
  [
    { DB_CONNECTION: 'computed' },
    'config/database.php holds code that decides the database, and that is not run.',
  ],
  [{ DB_CONNECTION: 'none' }, 'nothing'],
];

describe('config/database.php', () => {
  for (const [variables, shown] of cases)
    it(`with ${JSON.stringify(variables)} leads to ${shown}`, async () =>
      assert.equal(await shownWith(variables), shown));

  it('is read to an end, whatever it holds', () => {
    const piece = fc.constantFrom(
      "'a'",
      '[',
      ']',
      '(',
      ')',
      '=>',
      ',',
      'env',
      '"',
      '{',
      '}',
      ';',
      '?',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        assert.ok(readReturnedArray(`<?php return ${pieces.join(' ')}`).kind);
      }),
    );
    assert.ok(readReturnedArray(`return ${'['.repeat(50_000)}`).kind);
  });
});
