import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { runCommand, startProcess, waitForOutput, type RunningProcess } from '../processes';
import { makeScratchFolder, removeScratchFolder } from '../scratchFolder';
import { findFreePort } from './freePort';
import { findAccount, findBinaries, type Account } from './postgresBinaries';
import type { Server } from './server';

const user = 'postgres';
const password = 'password';
const database = 'scores';

const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=16MB'];
const alone = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];
const flags = [...fast, ...alone].flatMap((setting) => ['-c', setting]);

interface Cluster {
  readonly binary: string;
  readonly data: string;
  readonly account: Account;
}

/** An empty cluster in `folder`, whose user has to give its password. */
async function createCluster(folder: string): Promise<Cluster> {
  const account = findAccount();
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid!);
  const { initdb, postgres } = findBinaries(account, folder);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  const data = join(folder, 'data');
  const login = ['--username', user, '--pwfile', passwordFile, '--auth', 'scram-sha-256'];
  const locale = ['--no-locale', '--encoding', 'UTF8', '--no-sync'];
  await runCommand(initdb, ['--pgdata', data, ...login, ...locale], { ...account, cwd: folder });
  return { binary: postgres, data, account };
}

interface Listening {
  readonly running: RunningProcess;
  readonly port: number;
}

/** PostgreSQL cannot choose its port, and a free one can be taken until it starts: then the next is tried. */
async function listen(cluster: Cluster, tries = 3): Promise<Listening> {
  const { binary, data, account } = cluster;
  const port = await findFreePort();
  const args = ['-D', data, '-p', String(port), ...flags];
  const running = await startProcess(binary, args, { ...account, cwd: data });
  try {
    await waitForOutput(running, /ready to accept connections/, 30_000);
    return { running, port };
  } catch (error) {
    await running.stop();
    if (tries > 1 && running.output().includes('Address already in use'))
      return listen(cluster, tries - 1);
    throw error;
  }
}

async function createDatabase(server: string): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  await client.query(`create database ${database}`);
  await client.end();
}

/** A real PostgreSQL with an empty database `scores`. Stopping it deletes its data. */
export async function startPostgres(): Promise<Server> {
  const folder = makeScratchFolder('postgres');
  const remove = (): Promise<void> => removeScratchFolder(folder);
  try {
    const { running, port } = await listen(await createCluster(folder));
    const server = `postgresql://${user}:${password}@127.0.0.1:${port}`;
    await createDatabase(server);
    // A fast shutdown: the regular one would wait for clients that forgot to leave.
    const stop = (): Promise<void> => running.stop('SIGINT').then(remove);
    return { url: `${server}/${database}`, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}
