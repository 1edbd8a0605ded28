import { CleanUp } from '../cleanUp';
import { withProgress } from '../progress';
import { startMongodb, type MongodbProduct } from './mongodb';
import { startPostgres } from './postgres';

export interface WantedServers {
  readonly postgres?: number;
  readonly mongodb?: number;
}

export interface RunningServers {
  /** Connection strings, each with an empty database `scores` in its path. */
  readonly postgres: readonly string[];
  /** Connection strings without a database. Empty when there is none to be had: see `missing`. */
  readonly mongodb: readonly string[];
  readonly mongodbProduct?: MongodbProduct;
  /** Why something is left out. Never set in a checked run, where that is an error. */
  readonly missing?: string;
  /** Ends the servers and deletes their data. */
  stop(): Promise<void>;
}

function leaveOut(reason: string): string {
  if (process.env['SAFETY_CATCH_NOTHING_SKIPPED'] === '1')
    throw new Error(`Nothing may be skipped, but ${reason}.`);
  console.log(`  No MongoDB: ${reason}.`);
  return reason;
}

type Started = Omit<RunningServers, 'stop'>;

async function startAll(wanted: WantedServers, cleanUp: CleanUp): Promise<Started> {
  const postgres = await Promise.all(
    Array.from({ length: wanted.postgres ?? 0 }, () => startPostgres()),
  );
  for (const { stop } of postgres) cleanUp.add(stop);
  const urls = postgres.map(({ url }) => url);
  if (!wanted.mongodb) return { postgres: urls, mongodb: [] };
  const mongodb = await startMongodb(wanted.mongodb);
  if ('kind' in mongodb) return { postgres: urls, mongodb: [], missing: leaveOut(mongodb.reason) };
  for (const { stop } of mongodb.servers) cleanUp.add(stop);
  return {
    postgres: urls,
    mongodb: mongodb.servers.map(({ url }) => url),
    mongodbProduct: mongodb.product,
  };
}

/** Real database servers on loopback ports of their own, for tests and for the demo. */
export async function startServers(wanted: WantedServers): Promise<RunningServers> {
  const cleanUp = new CleanUp();
  const counts = Object.entries(wanted).map(([name, count]) => `${count} ${name}`);
  try {
    const started = await withProgress(`Starting servers: ${counts.join(', ')}`, () =>
      startAll(wanted, cleanUp),
    );
    return { ...started, stop: () => cleanUp.run() };
  } catch (error) {
    await cleanUp.run();
    throw error;
  }
}
