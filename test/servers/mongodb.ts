import { startProcess, waitForOutput } from '../processes';
import { makeScratchFolder, removeScratchFolder } from '../scratchFolder';
import { buildFerretdb } from './ferretdb';
import { findFreePort } from './freePort';
import { findMongod } from './mongod';
import type { Missing, Server } from './server';

/** Which server speaks: FerretDB has no transactions, replica sets or Decimal128. */
export type MongodbProduct = 'mongod' | 'ferretdb';

interface Program {
  readonly product: MongodbProduct;
  readonly binary: string;
  readonly args: (folder: string, port: number) => readonly string[];
  readonly ready: RegExp;
}

const mongod = (binary: string): Program => ({
  product: 'mongod',
  binary,
  args: (folder, port) => [
    ...['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'],
    ...(process.platform === 'win32' ? [] : ['--nounixsocket']),
  ],
  ready: /Waiting for connections/,
});

const ferretdb = (binary: string): Program => ({
  product: 'ferretdb',
  binary,
  args: (folder, port) => [folder, `127.0.0.1:${port}`],
  ready: /listening on/,
});

async function findProgram(): Promise<Program | Missing> {
  const found = await findMongod();
  if (found) return mongod(found);
  const built = await buildFerretdb();
  return typeof built === 'string' ? ferretdb(built) : built;
}

async function startOne({ binary, args, ready }: Program): Promise<Server> {
  const folder = makeScratchFolder('mongodb');
  const port = await findFreePort();
  // Input stays open as long as this process lives: FerretDB ends with it.
  const running = await startProcess(binary, args(folder, port), {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: folder,
  });
  const stop = async (): Promise<void> => {
    await running.stop();
    await removeScratchFolder(folder);
  };
  try {
    await waitForOutput(running, ready, 30_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `mongodb://127.0.0.1:${port}/`, stop };
}

/** Names servers that run already, for those who have some; several are separated by spaces. */
function givenServers(count: number): readonly Server[] | Missing | undefined {
  const urls = process.env['SAFETY_CATCH_TEST_MONGODB_URL']?.split(/\s+/).filter(Boolean);
  if (!urls?.length) return undefined;
  const reason = `SAFETY_CATCH_TEST_MONGODB_URL names fewer servers than the ${count} wanted`;
  if (urls.length < count) return { kind: 'missing', reason };
  return urls.slice(0, count).map((url) => ({ url, stop: () => Promise.resolve() }));
}

export interface MongodbServers {
  readonly product: MongodbProduct;
  readonly servers: readonly Server[];
}

export async function startMongodb(count: number): Promise<MongodbServers | Missing> {
  const given = givenServers(count);
  if (given && 'kind' in given) return given;
  if (given) return { product: 'mongod', servers: given };
  const program = await findProgram();
  if ('kind' in program) return program;
  const servers = await Promise.all(Array.from({ length: count }, () => startOne(program)));
  return { product: program.product, servers };
}
