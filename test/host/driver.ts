import type { DriverActions } from './driverActions';
import type { TestEvent } from '../testEvent';

type Calls = DriverActions & { report(event: TestEvent): Promise<void> };

async function call(name: string, args: readonly unknown[]): Promise<unknown> {
  const { SAFETY_CATCH_TEST_DRIVER: url, SAFETY_CATCH_TEST_DRIVER_TOKEN: token } = process.env;
  if (!url || !token) throw new Error('no driver: these tests run by npm run test:host');
  const response = await fetch(`${url}/${name}`, {
    method: 'POST',
    headers: { authorization: token },
    body: JSON.stringify(args),
  });
  const body = (await response.json()) as unknown;
  if (!response.ok) throw new Error(`driver.${name}: ${String(body)}`);
  return body;
}

/** The outside of the window, for tests inside it: keys, clicks, pictures, colours, servers. */
export const driver = new Proxy({} as Calls, {
  get: (_, name) => (typeof name === 'string' ? (...args: unknown[]) => call(name, args) : null),
});
