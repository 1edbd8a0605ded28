import type { CodeRange } from '../../core/findings/codeFinding';

/** A change of the code that would make a finding safe, with gaps as VS Code's snippets have them. */
export interface Guard {
  readonly kind: 'filter' | 'environment';
  readonly edits: readonly SnippetEdit[];
}

export interface SnippetEdit {
  /** An empty one inserts. */
  readonly range: CodeRange;
  readonly snippet: string;
}

export function insertAt(line: number, column: number, snippet: string): SnippetEdit {
  return { range: { line, column, endLine: line, endColumn: column }, snippet };
}

/** Text that is no part of a snippet's own language. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
