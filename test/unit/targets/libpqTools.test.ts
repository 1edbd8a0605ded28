import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { postgresToolTarget } from '../../../src/core/targets/tools/libpqTools';
import { contextOf, summaryOf } from './context';

const socket = '/var/run/postgresql:5432';
const uri = 'postgresql://u:hunter2@h.example.com/app';

const cases: readonly (readonly [
  command: string,
  expected: string,
  variables?: Readonly<Record<string, string>>,
])[] = [
  ['psql -h a.example.com -p 6000 -U u app', 'u@a.example.com:6000/app'],
  ['psql -ha.example.com -Uu -dapp', 'u@a.example.com:5432/app'],
  ['psql --host=a.example.com --dbn app', 'a.example.com:5432/app'],
  ['psql app u', `u@${socket}/app`],
  [`psql -h a.example.com -p 6000 ${uri}`, 'u@h.example.com:6000/app'],
  [`psql -d ${uri} someone`, 'u@h.example.com:5432/app'],
  ['psql -f drop.sql app', `${socket}/app`],
  ['psql app', 'e.example.com:5432/app', { PGHOST: 'e.example.com' }],
  ['psql --cluster 15/c.example.com:6000 app', 'c.example.com:6000/app'],
  ['psql app', 'c.example.com:5432/app', { PGCLUSTER: '15/c.example.com:' }],
  ['psql -h a.example.com app', 'a.example.com:5432/app', { PGCLUSTER: '15/c.example.com:' }],
  ['psql --version', 'nothing'],
  [`pg_dumpall -d ${uri} -h a.example.com`, 'u@a.example.com:5432/postgres'],
  [`pg_basebackup -D /backup -d ${uri} -h a.example.com`, 'u@a.example.com:5432/'],
  [`dropdb --maintenance-db=${uri} sales`, 'u@h.example.com:5432/sales'],
  [`dropdb ${uri}`, `${socket}/postgresql://u:***@h.example.com/app`],
  ['createdb -h a.example.com sales', 'a.example.com:5432/sales'],
  ['dropuser -h a.example.com someone', 'a.example.com:5432/postgres'],
  ['pg_restore -h a.example.com -d app app.dump', 'a.example.com:5432/app'],
  ['pg_restore app.dump', 'nothing'],
  ['pg_dump -t secrets -h a.example.com app', 'a.example.com:5432/app'],
  ['vacuumdb', 'v.example.com:5432/app', { PGDATABASE: 'host=v.example.com dbname=app' }],
  ['reindexdb -i app_index app', `${socket}/app`],
  ['pgbench -c 10 -h a.example.com app', 'a.example.com:5432/app'],
  ['/usr/bin/pg_isready -h a.example.com', 'a.example.com:5432/'],
  ['ls -h', 'nothing'],
];

describe('postgresToolTarget', () => {
  for (const [command, expected, variables] of cases)
    it(`takes ${command} ${JSON.stringify(variables ?? {})} to ${expected}`, () => {
      const target = postgresToolTarget(command.split(' '), contextOf(variables));
      assert.equal(summaryOf(target), expected);
    });
});
