import Mocha from 'mocha';
import { skipReason } from './skip';
import type { TestEvent } from './testEvent';

type Item = Mocha.Runnable | Mocha.Suite;

const { constants } = Mocha.Runner;

function depthOf(item: Item): number {
  return item.parent && !item.parent.root ? 1 + depthOf(item.parent) : 0;
}

const at = (item: Item) => ({ title: item.title, depth: depthOf(item) });

/** A mocha reporter that tells each result as it comes. One at a time: the order is part of the message. */
export function createEventReporter(tell: (event: TestEvent) => unknown) {
  let told: Promise<unknown> = Promise.resolve();
  const say = (event: TestEvent): void => {
    told = told.then(() => tell(event)).catch(console.error);
  };
  return class EventReporter extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
      super(runner, options);
      runner.once(constants.EVENT_RUN_BEGIN, () => say({ kind: 'started', tests: runner.total }));
      runner.on(constants.EVENT_SUITE_BEGIN, (suite: Mocha.Suite) => {
        if (!suite.root) say({ kind: 'suite', ...at(suite) });
      });
      runner.on(constants.EVENT_TEST_PASS, (test: Mocha.Test) =>
        say({ kind: 'passed', ...at(test), ms: test.duration ?? 0 }),
      );
      runner.on(constants.EVENT_TEST_PENDING, (test: Mocha.Test) =>
        say({ kind: 'skipped', ...at(test), reason: skipReason(test) }),
      );
      runner.on(constants.EVENT_TEST_FAIL, (test: Mocha.Test, error: Error) =>
        say({ kind: 'failed', ...at(test), error: error.stack ?? String(error) }),
      );
    }

    override done(failures: number, end?: (failures: number) => void): void {
      say({ kind: 'ended' });
      void told.then(() => end?.(failures));
    }
  };
}
