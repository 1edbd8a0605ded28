import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { redactCommand } from '../../../src/core/targets/redactCommand';

const cases: readonly (readonly [command: string, expected: string])[] = [
  ['mysql -h db -psecret scores', 'mysql -h db -p*** scores'],
  ['mysql -p scores', 'mysql -p scores'],
  ['/usr/bin/mysqldump -psecret scores', '/usr/bin/mysqldump -p*** scores'],
  ['mongosh -u me -p secret host/db', 'mongosh -u me -p *** host/db'],
  ['redis-cli -a secret flushall', 'redis-cli -a *** flushall'],
  ['sqlcmd -S db -P secret', 'sqlcmd -S db -P ***'],
  ['psql -p 5432 scores', 'psql -p 5432 scores'],
  ['docker run -p 80:80 x', 'docker run -p 80:80 x'],
  ['psql postgresql://me:secret@db/scores', 'psql postgresql://me:***@db/scores'],
  ['mysql --password=secret --port=1', 'mysql --password=*** --port=1'],
];

describe('a command that is shown', () => {
  for (const [command, expected] of cases)
    it(`is “${expected}” for “${command.replace('secret', '…')}”`, () =>
      assert.equal(redactCommand(command.split(' ')), expected));
});
