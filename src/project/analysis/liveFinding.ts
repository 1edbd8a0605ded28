import { markOf, type ReviewMark } from '../../core/findings/reviewMarks';
import type { AssessedFinding } from './assessFindings';

/** A flagged line with where it would hit now. */
export interface LiveFinding extends AssessedFinding {
  /** Why a person says that it is as it should be. */
  readonly reviewed?: string;
}

export function withReviews(
  findings: readonly AssessedFinding[],
  marks: readonly ReviewMark[],
): readonly LiveFinding[] {
  return findings.map((assessed) => {
    const mark = markOf(marks, assessed.finding.range.line);
    return mark ? { ...assessed, reviewed: mark.reason } : assessed;
  });
}
