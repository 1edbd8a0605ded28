import type { Stage } from '../core/stages/stage';

export interface BarCircumstances {
  readonly stage: Stage | undefined;
  readonly choice: 'auto' | 'bar' | 'item' | 'off';
  readonly isPaused: boolean;
  readonly isTrusted: boolean;
  readonly isHighContrast: boolean;
}

/** Whether the whole bar should be red now. */
export function wishesRedBar(circumstances: BarCircumstances): boolean {
  const { stage, choice, isPaused, isTrusted, isHighContrast } = circumstances;
  const isChosen = choice === 'auto' || choice === 'bar';
  return stage === 'production' && isChosen && isTrusted && !isPaused && !isHighContrast;
}
