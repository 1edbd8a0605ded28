import { destroys, type Operation } from '../operations/operation';
import type { Stage } from '../stages/stage';

/** From what lets a run through to what does not. */
export const decisions = ['allow', 'warn', 'confirm', 'block'] as const;
export type Decision = (typeof decisions)[number];

/** An operation with the stage of what it would hit; `undefined` where no database of the run is known. */
export interface StagedOperation {
  readonly operation: Operation;
  readonly stage: Stage | undefined;
}

/** `strict` lets nothing through to production that writes. */
export type Policy = 'standard' | 'strict';

export interface DecisionFacts {
  readonly operations: readonly StagedOperation[];
  /** A development variable is missing, and without it the run's own code goes to production. */
  readonly isDevelopmentMissing: boolean;
  readonly policy: Policy;
}

/** What is to be done about a run. What only reads, and what stays in development, is let through. */
export function decide({ operations, isDevelopmentMissing, policy }: DecisionFacts): Decision {
  const worst = worstDecision(operations.map(decideOperation));
  const own = isDevelopmentMissing ? worstDecision([worst, 'confirm']) : worst;
  return own === 'confirm' && policy === 'strict' ? 'block' : own;
}

function decideOperation({ operation, stage }: StagedOperation): Decision {
  switch (stage) {
    case 'production':
      return operation.takesAll ? 'block' : 'confirm';
    case 'unknown':
      return destroys(operation) ? 'confirm' : 'allow';
    case 'staging':
      return destroys(operation) ? 'warn' : 'allow';
    case 'development':
    case 'test':
    case undefined:
      return 'allow';
  }
}

export function worstDecision(found: readonly Decision[]): Decision {
  return decisions.findLast((decision) => found.includes(decision)) ?? 'allow';
}
