/** How findings compare with what is marked. */
export interface Score {
  readonly files: number;
  /** Files in which nothing is to be found. */
  readonly lookAlikes: number;
  readonly right: number;
  /** Found, but not marked. */
  readonly wrong: number;
  /** Marked, or known to be missed, and not found. */
  readonly missed: number;
}

export const noScore: Score = { files: 0, lookAlikes: 0, right: 0, wrong: 0, missed: 0 };

export function addScores(a: Score, b: Score): Score {
  return {
    files: a.files + b.files,
    lookAlikes: a.lookAlikes + b.lookAlikes,
    right: a.right + b.right,
    wrong: a.wrong + b.wrong,
    missed: a.missed + b.missed,
  };
}

/** Of what was found, the part that is right. */
export function precisionOf({ right, wrong }: Score): number {
  return right + wrong === 0 ? 1 : right / (right + wrong);
}

/** Of what there is to find, the part that was found. */
export function recallOf({ right, missed }: Score): number {
  return right + missed === 0 ? 1 : right / (right + missed);
}
