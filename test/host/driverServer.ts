import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { DriverActions } from './driverActions';
import type { TestEvent } from '../testEvent';

/** What a client may call: the actions, and `report` for the results. */
type Calls = DriverActions & { report(event: TestEvent): void };

export interface DriverServer {
  /** The variables by which the tests find it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

async function answer(calls: Calls, request: IncomingMessage): Promise<unknown> {
  const name = (request.url ?? '').slice(1);
  if (!Object.hasOwn(calls, name)) throw new Error(`the driver has no ${name}`);
  const args = JSON.parse(await text(request)) as unknown[];
  const call = calls[name as keyof Calls] as (...args: unknown[]) => unknown;
  return (await call(...args)) ?? null;
}

async function handle(calls: Calls, request: IncomingMessage, response: ServerResponse) {
  const reply = (status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  try {
    reply(200, await answer(calls, request));
  } catch (error) {
    reply(500, error instanceof Error ? error.message : String(error));
  }
}

/** Lets tests inside the extension host act on their window from outside. Loopback only, with a token. */
export async function startDriverServer(calls: Calls): Promise<DriverServer> {
  const token = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    if (request.headers.authorization === token) void handle(calls, request, response);
    else response.writeHead(403).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: {
      SAFETY_CATCH_TEST_DRIVER: `http://127.0.0.1:${port}`,
      SAFETY_CATCH_TEST_DRIVER_TOKEN: token,
    },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
