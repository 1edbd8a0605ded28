import type { LiveFinding } from '../../project/analysis/liveFinding';

/** How loud a line is shown: `care` is for staging, and for what is not known. */
export type Tone = 'production' | 'care' | 'faint' | 'reviewed';

export interface FindingMark {
  readonly tone: Tone;
  /** Whether all of something would be gone. */
  readonly isAll: boolean;
}

const loudFirst: readonly Tone[] = ['production', 'care', 'faint', 'reviewed'];

/** @param isPaused a pause takes all colours off */
export function markOf(
  { finding, verdict, severity, reviewed }: LiveFinding,
  isPaused: boolean,
): FindingMark {
  const isAll = finding.reach === 'all';
  if (reviewed !== undefined) return { tone: 'reviewed', isAll };
  if (isPaused || severity === 'information') return { tone: 'faint', isAll };
  return { tone: verdict.stage === 'production' ? 'production' : 'care', isAll };
}

/** Of the findings on one line, the one that is shown. */
export function loudest<T extends { readonly mark: FindingMark }>(marked: readonly T[]): T {
  return marked.reduce((a, b) => (loudness(b.mark) < loudness(a.mark) ? b : a));
}

function loudness({ tone, isAll }: FindingMark): number {
  return loudFirst.indexOf(tone) * 2 + (isAll ? 0 : 1);
}
