import { setTimeout as delay } from 'node:timers/promises';

/** Repeats an assertion until it holds, for what the screen shows: no event tells when it was painted. */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = 15_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;)
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await delay(100);
    }
}
