import type { Context, Suite } from 'mocha';

interface Skippable {
  skipReason?: string;
  readonly type?: string;
  readonly parent?: Suite;
}

/** Skips a test, or from `before` a whole suite, with a reason that the run prints. A checked run fails instead. */
export function skip(context: Context, reason: string): never {
  if (process.env['SAFETY_CATCH_NOTHING_SKIPPED'] === '1')
    throw new Error(`Nothing may be skipped, but ${reason}.`);
  return skipOptional(context, reason);
}

/** Skips what needs something that no machine can install by itself, also in a checked run. */
export function skipOptional(context: Context, reason: string): never {
  const { test } = context as unknown as { test: Skippable };
  // A skipped hook is reported as its suite's tests, one by one.
  const skipped = (test.type === 'hook' ? test.parent : test) as Skippable;
  skipped.skipReason = reason;
  return context.skip();
}

export function skipReason(item: Skippable): string | undefined {
  const { skipReason: reason, parent } = item;
  return reason ?? (parent && skipReason(parent as Skippable));
}
