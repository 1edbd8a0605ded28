import { effectWords, whereWords } from '../../core/findings/findingWords';
import type { LiveFinding } from '../../project/analysis/liveFinding';
import { loudest, markOf, type FindingMark } from './findingMark';

/** A line of an editor as it is to be shown. */
export interface MarkedLine {
  /** 1-based. */
  readonly line: number;
  readonly mark: FindingMark;
  /** Where the line would hit, and what it does there: the end may be out of sight. */
  readonly words: string;
}

export interface MarkChoices {
  readonly marks: 'all' | 'care' | 'off';
  readonly isPaused: boolean;
}

/** One mark for each line, for the loudest of what is found on it. */
export function markedLines(
  findings: readonly LiveFinding[],
  { marks, isPaused }: MarkChoices,
): readonly MarkedLine[] {
  if (marks === 'off') return [];
  const lines = new Map<number, { readonly live: LiveFinding; readonly mark: FindingMark }[]>();
  for (const live of findings) {
    const { line } = live.finding.range;
    lines.set(line, [...(lines.get(line) ?? []), { live, mark: markOf(live, isPaused) }]);
  }
  return [...lines]
    .map(([line, marked]) => {
      const { live, mark } = loudest(marked);
      return { line, mark, words: `${wordsOf(live)}${moreWords(marked.length - 1)}` };
    })
    .filter(({ mark }) => marks === 'all' || mark.tone === 'production' || mark.tone === 'care');
}

function wordsOf({ finding, target, verdict, reviewed }: LiveFinding): string {
  const where = reviewed === undefined ? whereWords(verdict.stage, target) : 'reviewed';
  return `${where} · ${effectWords(finding)}`;
}

function moreWords(others: number): string {
  return others > 0 ? ` · +${others}` : '';
}
