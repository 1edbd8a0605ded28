import type { Stage } from './stage';

/** A stage as people read it from afar: what needs care is in capitals. */
export function stageWord(stage: Stage): string {
  return needsCare(stage) ? stage.toUpperCase() : stage;
}

/** Whether a person should look twice: everything that is not known to be harmless. */
export function needsCare(stage: Stage): boolean {
  return stage !== 'development' && stage !== 'test';
}
