import Mocha from 'mocha';
import { skipReason } from '../skip';
import { driver } from './driver';
import type { TestEvent } from './testEvent';

const { constants } = Mocha.Runner;

function depthOf(item: Mocha.Runnable | Mocha.Suite): number {
  return item.parent && !item.parent.root ? 1 + depthOf(item.parent) : 0;
}

/** Tells the driver each result as it comes. One at a time: the order is part of the message. */
export class DriverReporter extends Mocha.reporters.Base {
  #told: Promise<void> = Promise.resolve();

  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    const at = ({ title }: { title: string }, item: Mocha.Runnable | Mocha.Suite) => ({
      title,
      depth: depthOf(item),
    });
    runner.once(constants.EVENT_RUN_BEGIN, () =>
      this.#tell({ kind: 'started', tests: runner.total }),
    );
    runner.on(constants.EVENT_SUITE_BEGIN, (suite: Mocha.Suite) => {
      if (!suite.root) this.#tell({ kind: 'suite', ...at(suite, suite) });
    });
    runner.on(constants.EVENT_TEST_PASS, (test: Mocha.Test) =>
      this.#tell({ kind: 'passed', ...at(test, test), ms: test.duration ?? 0 }),
    );
    runner.on(constants.EVENT_TEST_PENDING, (test: Mocha.Test) =>
      this.#tell({ kind: 'skipped', ...at(test, test), reason: skipReason(test) }),
    );
    runner.on(constants.EVENT_TEST_FAIL, (test: Mocha.Test, error: Error) =>
      this.#tell({ kind: 'failed', ...at(test, test), error: error.stack ?? String(error) }),
    );
  }

  override done(failures: number, end?: (failures: number) => void): void {
    this.#tell({ kind: 'ended' });
    void this.#told.then(() => end?.(failures));
  }

  #tell(event: TestEvent): void {
    this.#told = this.#told.then(() => driver.report(event)).catch(console.error);
  }
}
