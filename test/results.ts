import type { Counts } from './counts';
import { dim, green, red, yellow } from './progress';
import type { TestEvent } from './testEvent';

/** Prints results as they come, and counts them. */
export class Results {
  readonly failures: string[] = [];
  #passed = 0;
  #skipped = 0;
  hasStarted = false;
  hasEnded = false;

  readonly report = (event: TestEvent): void => {
    const margin = 'depth' in event ? '  '.repeat(event.depth + 1) : '';
    switch (event.kind) {
      case 'started':
        this.hasStarted = true;
        return;
      case 'suite':
        console.log(`${margin}${event.title}`);
        return;
      case 'passed':
        this.#passed++;
        console.log(`${margin}${green('✔')} ${event.title} ${dim(`(${event.ms} ms)`)}`);
        return;
      case 'skipped':
        this.#skip(event.title, margin, event.reason);
        return;
      case 'failed':
        this.fail(event.title, event.error, margin);
        return;
      case 'ended':
        this.hasEnded = true;
    }
  };

  counts(): Counts {
    return { passed: this.#passed, failed: this.failures.length, skipped: this.#skipped };
  }

  fail(title: string, error: string, margin = '  '): void {
    this.failures.push(title);
    console.log(`${margin}${red(`✖ ${title}`)}`);
    console.log(error.replace(/^/gm, `${margin}    `));
  }

  /** A checked run leaves nothing out silently. */
  #skip(title: string, margin: string, reason?: string): void {
    if (!reason && process.env['SAFETY_CATCH_NOTHING_SKIPPED'] === '1')
      return this.fail(title, 'skipped without a reason', margin);
    this.#skipped++;
    const why = yellow(`(skipped: ${reason ?? 'no reason was given'})`);
    console.log(`${margin}${yellow('–')} ${title} ${why}`);
  }
}
