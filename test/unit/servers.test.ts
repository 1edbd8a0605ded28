import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { MongoClient } from 'mongodb';
import { Client } from 'pg';
import { startServers, type RunningServers } from '../servers/servers';
import { skip } from '../skip';

async function askPostgres<Row>(url: string, query: string): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query)).rows as Row[];
  } finally {
    await client.end();
  }
}

async function countFamilies(url: string, insert: number): Promise<number> {
  const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 5_000 });
  const families = client.db('famigo').collection('family');
  if (insert) await families.insertMany(Array.from({ length: insert }, () => ({ name: 'Ann' })));
  return families.countDocuments().finally(() => client.close());
}

describe('servers for tests', function () {
  this.timeout(600_000);
  let servers: RunningServers;

  before(async () => {
    servers = await startServers({ postgres: 2, mongodb: 2 });
  });
  after(() => servers?.stop());

  it('starts PostgreSQL servers that know nothing of each other', async () => {
    const [first, second] = servers.postgres as [string, string];
    await askPostgres(first, 'create table scoreboard as select generate_series(1, 300) as id');
    const count = await askPostgres(first, 'select count(*)::int as n from scoreboard');
    assert.deepEqual(count, [{ n: 300 }]);
    await assert.rejects(askPostgres(second, 'select count(*) from scoreboard'), /does not exist/);
  });

  it('asks for the password of a PostgreSQL user', async () => {
    const wrong = servers.postgres[0]!.replace(':password@', ':wrong@');
    await assert.rejects(askPostgres(wrong, 'select 1'), /password authentication failed/);
  });

  it('starts MongoDB servers that know nothing of each other', async function () {
    if (servers.missing) skip(this, servers.missing);
    const [first, second] = servers.mongodb as [string, string];
    assert.equal(await countFamilies(first, 38), 38);
    assert.equal(await countFamilies(second, 0), 0);
  });

  it('leaves no server behind', async () => {
    const { postgres, stop } = await startServers({ postgres: 1 });
    await stop();
    await assert.rejects(askPostgres(postgres[0]!, 'select 1'), /ECONNREFUSED/);
  });
});
