import type { Stop } from './stop';

const mostKept = 10;

/** The commands that were refused last, so that a person can let one through after all. */
export class Refusals {
  #stops: readonly Stop[] = [];

  add(stop: Stop): void {
    const others = this.#stops.filter(
      ({ command, cwd }) => command !== stop.command || cwd !== stop.cwd,
    );
    this.#stops = [stop, ...others].slice(0, mostKept);
  }

  /** The newest first. */
  get all(): readonly Stop[] {
    return this.#stops;
  }
}
