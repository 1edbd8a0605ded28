import { performance } from 'node:perf_hooks';

const isPlain = Boolean(process.env['NO_COLOR']) || !process.stdout.isTTY;
const paint = (code: number, text: string): string =>
  isPlain ? text : `\x1b[${code}m${text}\x1b[0m`;

export const red = (text: string): string => paint(31, text);
export const green = (text: string): string => paint(32, text);
export const yellow = (text: string): string => paint(33, text);
export const dim = (text: string): string => paint(2, text);

/** Says what is going on, and again every ten seconds while it is, so that nobody stares at silence. */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  console.log(dim(`  ${what} …`));
  const timer = setInterval(() => console.log(dim(`  ${what} … ${seconds()}`)), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
