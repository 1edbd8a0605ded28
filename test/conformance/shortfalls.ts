import type { Outcome, Suite } from './suite';

/** Cases of one kind, of which not all need to pass. */
interface Group {
  readonly name: string;
  /** `261/263 passed`. */
  readonly judged: string;
  readonly rate: number;
  readonly isReached: boolean;
}

export function groupsOf({ rates = {} }: Suite, outcomes: readonly Outcome[]): readonly Group[] {
  return Object.entries(rates).map(([name, rate]) => {
    const own = outcomes.filter((outcome) => groupOf(outcome) === name);
    const passed = own.filter(({ kind }) => kind === 'passed').length;
    const isReached = own.length > 0 && passed >= rate * own.length;
    return { name, judged: `${passed}/${own.length} passed`, rate, isReached };
  });
}

/** What a suite falls short of: cases that must all pass, and groups that miss their rate. */
export function shortfalls(suite: Suite, outcomes: readonly Outcome[]): readonly string[] {
  const missed = groupsOf(suite, outcomes).filter(({ isReached }) => !isReached);
  return outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'failed') return [];
    const group = groupOf(outcome);
    const isTolerated =
      group !== undefined &&
      suite.rates?.[group] !== undefined &&
      !missed.some(({ name }) => name === group);
    return isTolerated ? [] : [`${outcome.id}: ${outcome.detail}`];
  });
}

function groupOf(outcome: Outcome): string | undefined {
  return outcome.kind === 'notFollowed' ? undefined : outcome.group;
}
