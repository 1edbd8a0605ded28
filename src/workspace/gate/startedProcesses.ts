import type { GateAsk } from '../../shells/gateProtocol';
import { readParent } from '../readParent';

/** Deeper than this nothing starts anything. */
const mostParents = 32;

/** Processes of tasks that were decided about once they ran. No shell tells what belongs to them. */
export class StartedProcesses {
  readonly #processIds = new Set<number>();

  add(processId: number): void {
    this.#processIds.add(processId);
  }

  remove(processId: number): void {
    this.#processIds.delete(processId);
  }

  /** The same question, as one of the task that has started whoever asks, where there is such a task. */
  async ownerOf(ask: GateAsk): Promise<GateAsk> {
    if (ask.kind === 'line' || this.#processIds.size === 0) return ask;
    let processId: number | undefined = ask.processId;
    for (let count = 0; processId !== undefined && count < mostParents; count++) {
      if (this.#processIds.has(processId)) return { ...ask, processId };
      processId = await readParent(processId);
    }
    return ask;
  }
}
