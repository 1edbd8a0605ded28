import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { moveConnection } from '../../../src/core/targets/libpq/moveConnection';
import type { ConnectionParts } from '../../../src/core/targets/target';
import { contextOf, summaryOf } from './context';

const before: ConnectionParts = {
  system: 'postgresql',
  endpoints: [{ kind: 'tcp', host: 'db-1', port: 6432 }],
  database: 'scores',
  user: 'keeper',
};

/** `user@host:port/database`. */
const cases: readonly (readonly [argument: string, after: string])[] = [
  ['other', 'keeper@db-1:6432/other'],
  ['"other"', 'keeper@db-1:6432/other'],
  ["'other'", 'keeper@db-1:6432/other'],
  ['other me', 'me@db-1:6432/other'],
  ['- me', 'me@db-1:6432/scores'],
  ['other - db-2', 'keeper@db-2:6432/other'],
  ['other - db-2 5433', 'keeper@db-2:5433/other'],
  ['- - - 5433', 'keeper@db-1:5433/scores'],
  ['- - /tmp', 'keeper@/tmp:6432/scores'],
  ['postgresql://me@db-2/other', 'me@db-2:5432/other'],
  ['"host=db-2 dbname=other user=me"', 'me@db-2:5432/other'],
  ['-reuse-previous=on "host=db-2"', 'keeper@db-2:6432/scores'],
  ['-reuse-previous=off other me db-2', 'me@db-2:5432/other'],
  [':name', 'keeper@db-1:6432/'],
  ['other - :host', 'The host is only known to the running psql'],
  ['"host=db-2 nonsense=1"', 'The connection string has an option that libpq does not know.'],
];

describe('the connection of psql after \\c', () => {
  for (const [argument, after] of cases)
    it(`is ${after} behind “${argument}”`, () => {
      const connection = moveConnection(before, argument, contextOf());
      assert.equal(summaryOf({ kind: 'connection', connection }), after);
    });
});
