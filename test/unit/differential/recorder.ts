import { createInterface } from 'node:readline';
import { startProcess, type RunningProcess } from '../../processes';
import type { Place, Scenario } from './comparison';

/** A process that runs programs and answers for each. It stays, so that what they import is loaded once for all of them. */
export class Recorder {
  private constructor(
    private readonly running: RunningProcess,
    private readonly lines: AsyncIterator<string>,
  ) {}

  static async start(command: string, args: readonly string[]): Promise<Recorder> {
    const { PATH } = process.env;
    const running = await startProcess(command, args, {
      env: { PATH, PYTHONDONTWRITEBYTECODE: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const lines = createInterface({ input: running.child.stdout! });
    return new Recorder(running, lines[Symbol.asyncIterator]());
  }

  /** The first place that the command would connect to, for each scenario; `null` where there is none. */
  async ask(command: string, scenarios: readonly Scenario[]): Promise<(Place | null)[]> {
    const request = JSON.stringify({ argv: command.split(' '), scenarios });
    this.running.child.stdin!.write(`${request}\n`);
    const answers: (Place | null)[] = [];
    for (const _ of scenarios)
      answers.push((JSON.parse(await this.nextLine()) as Place[])[0] ?? null);
    return answers;
  }

  async nextLine(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`The recorder has ended. It printed:\n${this.running.output()}`);
    return value;
  }

  stop(): Promise<void> {
    return this.running.stop();
  }
}
