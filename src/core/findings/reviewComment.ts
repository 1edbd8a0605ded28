import type { CodeRange } from './codeFinding';

/** A line to be put into a text, or words to be put behind one of its lines. */
export interface Insertion {
  /** 1-based; a new line is put before it. */
  readonly line: number;
  readonly kind: 'behind' | 'above';
  readonly text: string;
}

/** What begins a comment that ends with its line, by the language of an editor; `//` elsewhere. */
const signs: Readonly<Record<string, string>> = {
  python: '#',
  ruby: '#',
  shellscript: '#',
  yaml: '#',
  dockerfile: '#',
  makefile: '#',
  sql: '--',
};

/** A statement of SQL in a text of the code around it. */
const statement = /^(?:delete|update|drop|truncate|alter|replace|merge|with|insert|do|call)\s/i;
const openQuote = /(?:"""|'''|`|"|')/;

/** The comment by which a person says that a line is as it should be: see `readReviewMarks`. */
export function reviewComment(
  { line, column }: CodeRange,
  lines: readonly string[],
  { language, reason }: { readonly language: string; readonly reason: string },
): Insertion {
  const content = lines[line - 1] ?? '';
  const sign = signs[language] ?? '//';
  const words = `safety-catch: reviewed ${reason}`;
  const opened = openQuote.exec(content.slice(0, column - 1))?.[0];
  const isInText =
    language !== 'sql' &&
    statement.test(content.slice(column - 1)) &&
    (opened === undefined || !content.slice(column - 1).includes(opened));
  if (!isInText) return beside(line, content, `${sign} ${words}`);
  // Within a text over several lines only the comments of SQL itself can be put.
  return opened === undefined
    ? { line, kind: 'above', text: `${indentOf(content)}-- ${words}` }
    : { line, kind: 'behind', text: ` -- ${words}` };
}

/** Behind the line, or above it where something stands there that goes on to the end of the line. */
function beside(line: number, content: string, comment: string): Insertion {
  const isTaken = /(?:\s|^)(?:#|\/\/|--|\/\*)|\\$/.test(content);
  return isTaken
    ? { line, kind: 'above', text: `${indentOf(content)}${comment}` }
    : { line, kind: 'behind', text: `${/\s$/.test(content) ? '' : ' '}${comment}` };
}

function indentOf(content: string): string {
  return /^\s*/.exec(content)![0];
}
