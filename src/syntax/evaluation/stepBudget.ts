/** A few programs without end: what a question costs at most, when everything that is followed for it is added up. */
const mostSteps = 500_000;

/** The steps that all evaluations for one question share, so that it has an answer soon, whatever the code is like. */
export class StepBudget {
  #left: number;

  constructor(steps = mostSteps) {
    this.#left = steps;
  }

  take(steps: number): boolean {
    this.#left -= steps;
    return this.#left >= 0;
  }
}
