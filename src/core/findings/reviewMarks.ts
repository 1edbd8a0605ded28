/** A comment by which a person says that a line is as it should be: `safety-catch: reviewed empties the test tenant`. */
export interface ReviewMark {
  /** Where the comment is; 1-based. */
  readonly line: number;
  /** The line that it speaks for: its own, or the next where it stands alone. */
  readonly covers: number;
  /** Empty where none is given; the mark does not count then. */
  readonly reason: string;
}

/** The sign of a comment in any of the languages that are read, and the words behind it. */
const mark = /(?:#|\/\/|--|\/?\*)\s*safety-catch:\s*reviewed\b[:,]?(.*)$/i;
const closing = /(?:\*\/ ?\}?|-->)$/;

export function readReviewMarks(text: string): readonly ReviewMark[] {
  if (!/safety-catch:/i.test(text)) return [];
  return text.split(/\r\n|\r|\n/).flatMap((content, index) => {
    const match = mark.exec(content);
    if (!match) return [];
    const isAlone = /^[\s{*/#-]*$/.test(content.slice(0, match.index));
    const line = index + 1;
    const reason = (match[1] ?? '').trim().replace(closing, '').trim();
    return [{ line, covers: isAlone ? line + 1 : line, reason }];
  });
}

/** The mark that excuses a line, if any; one without a reason excuses nothing. */
export function markOf(marks: readonly ReviewMark[], line: number): ReviewMark | undefined {
  return marks.find(({ covers, reason }) => covers === line && reason !== '');
}
