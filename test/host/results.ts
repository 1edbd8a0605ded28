import type { Counts } from '../counts';
import { dim, green, red, yellow } from '../progress';
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

  #skip(title: string, margin: string, reason = 'no reason was given'): void {
    if (process.env['SAFETY_CATCH_NOTHING_SKIPPED'] === '1')
      return this.fail(title, `skipped: ${reason}`, margin);
    this.#skipped++;
    console.log(`${margin}${yellow('–')} ${title} ${yellow(`(skipped: ${reason})`)}`);
  }
}
