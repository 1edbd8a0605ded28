import type { Explanation } from '../../project/explain';
import { programOf } from '../../project/runs/run';
import type { GateAsk } from '../../shells/gateProtocol';

/** How a program's stand-in says that something is piped into it which only running it tells. */
const unseenPipe = 'cat | ';

/**
 * What is piped into a program was judged with the line that pipes it, where that could be read. Its stand-in sees no more than
 * the pipe, and is not to ask about that once more.
 */
export class JudgedPipes {
  /** Programs with piped input of the last line that was judged, by the shell that runs it. */
  readonly #programs = new Map<number, ReadonlySet<string>>();

  /** The line of a question, without a pipe that was judged. */
  lineOf({ kind, processId, line, shell }: GateAsk): string {
    const isJudged = kind === 'tool' && this.#programs.get(processId)?.has(shell);
    return isJudged && line.startsWith(unseenPipe) ? line.slice(unseenPipe.length) : line;
  }

  /** Takes what was judged: what is refused does not run. A tool adds nothing: it runs for such a line. */
  add({ kind, processId }: GateAsk, { runs }: Explanation): void {
    if (kind === 'tool') return;
    const piped = runs.filter(({ run }) => run.from.length > 0 || run.input !== undefined);
    const programs = piped.flatMap(({ run }) => programOf(run) ?? []);
    const others = kind === 'line' ? [] : (this.#programs.get(processId) ?? []);
    this.#programs.set(processId, new Set([...others, ...programs]));
  }

  /** The shell is gone. */
  forget(processId: number): void {
    this.#programs.delete(processId);
  }
}
