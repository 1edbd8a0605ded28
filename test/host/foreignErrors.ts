import type { Runner } from 'mocha';

/** The built-in extensions of VS Code, which share their process with the tests. */
const builtIn = /[\\/]extensions[\\/][\w-]+[\\/](dist|out)[\\/]/;

interface UncaughtHandler {
  uncaught(error: unknown): void;
}

/** Mocha blames the running test for every uncaught error of its process. Not ours, not a test's failure. */
export function ignoreForeignErrors(runner: Runner): void {
  const handler = runner as unknown as UncaughtHandler;
  const { uncaught } = handler;
  handler.uncaught = (error) => {
    const { stack } = error as { readonly stack?: string };
    if (builtIn.test(stack ?? '')) console.warn(error);
    else uncaught(error);
  };
}
