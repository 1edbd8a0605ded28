import type { CodeFinding } from '../../core/findings/codeFinding';
import { wordAt } from '../../core/findings/codeLines';
import { callText, type CallText } from './callText';
import { filterIdioms, type FilterIdiom } from './filterIdioms';
import { insertAt, type Guard, type SnippetEdit } from './guard';

/** The condition that is missing, where the library has a usual place for it. */
export function filterGuard(
  { api, reach, range }: Pick<CodeFinding, 'api' | 'reach' | 'range'>,
  lines: readonly string[],
): Guard | undefined {
  if (reach !== 'all') return undefined;
  const call = callText(lines, range);
  const name = wordAt(lines, range);
  for (const idiom of filterIdioms) {
    const fits =
      idiom.apis.includes(api) &&
      idiom.calls.test(name) &&
      (idiom.behind?.test(call.before) ?? true);
    const edit = fits ? editOf(idiom, call) : undefined;
    if (edit) return { kind: 'filter', edits: [edit] };
  }
  return undefined;
}

function editOf({ edit }: FilterIdiom, call: CallText): SnippetEdit | undefined {
  const { line, column, endLine, endColumn } = call.range;
  switch (edit.kind) {
    case 'before': {
      const separator = call.before.endsWith('->') ? '->' : '.';
      return insertAt(line, column, edit.snippet.replace('{separator}', separator));
    }
    case 'after':
      return call.text.endsWith(')') ? insertAt(endLine, endColumn, edit.snippet) : undefined;
    case 'replace':
      return line === endLine ? replacement(edit, call) : undefined;
  }
}

function replacement(
  { pattern, snippet }: { readonly pattern: RegExp; readonly snippet: string },
  { text, range: { line, column } }: CallText,
): SnippetEdit | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const start = column + match.index;
  return {
    range: { line, column: start, endLine: line, endColumn: start + match[0].length },
    snippet,
  };
}
