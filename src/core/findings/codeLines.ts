import type { CodeRange } from './codeFinding';

export function linesOf(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** The name or the keyword that a finding begins with. */
export function wordAt(lines: readonly string[], { line, column }: CodeRange): string {
  return /^[\w$]+/.exec(lines[line - 1]?.slice(column - 1) ?? '')?.[0] ?? '';
}
