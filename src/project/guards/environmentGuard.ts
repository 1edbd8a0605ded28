import type { CodeRange } from '../../core/findings/codeFinding';
import { environmentIdioms, type EnvironmentIdiom } from './environmentIdioms';
import { escapeSnippet, insertAt, type Guard, type SnippetEdit } from './guard';

/** A variable with the value by which a run is known to be one of development. */
export interface DevelopmentSign {
  readonly name: string;
  readonly value: string;
}

/** A line above the statement that ends a run elsewhere than in development. */
export function environmentGuard(
  { line, column }: CodeRange,
  lines: readonly string[],
  { language, sign }: { readonly language: string; readonly sign: DevelopmentSign | undefined },
): Guard | undefined {
  const idiom = environmentIdioms.find(({ languages }) => languages.includes(language));
  const first = firstLine(lines, line);
  if (!idiom || !takesLineAbove(lines, first, { line, column })) return undefined;
  const indent = /^\s*/.exec(lines[first - 1]!)![0];
  const text = idiom.lines.map((content) => `${indent}${filled(content, idiom, sign)}\n`).join('');
  return { kind: 'environment', edits: [...importEdits(idiom, lines), insertAt(first, 1, text)] };
}

/** Where the statement begins that a line goes on with. */
function firstLine(lines: readonly string[], line: number): number {
  let first = line;
  while (first > 1 && goesOn(lines[first - 1]!, lines[first - 2]!)) first--;
  return first;
}

function goesOn(content: string, above: string): boolean {
  const isComment = /^\s*(?:#|\/\/|\*|--)/.test(above);
  return /^\s*(?:[.)\]}?]|->|&&|\|\|)/.test(content) || (!isComment && /[([,\\=+]\s*$/.test(above));
}

/** Not before a function on the same line, which may never be called, nor as the only statement of a branch without braces. */
function takesLineAbove(
  lines: readonly string[],
  first: number,
  { line, column }: Pick<CodeRange, 'line' | 'column'>,
): boolean {
  const before = [...lines.slice(first - 1, line - 1), lines[line - 1]!.slice(0, column - 1)];
  const above = lines[first - 2] ?? '';
  return (
    !/=>|\b(?:lambda|function|def|fn)\b/.test(before.join('\n')) &&
    !/^\s*(?:\}\s*)?(?:if|else|for|while|foreach)\b.*\)\s*$|\belse\s*$/.test(above)
  );
}

/** Without a known variable, its usual name is a gap that can be typed over. */
function filled(
  content: string,
  { variable }: EnvironmentIdiom,
  sign: DevelopmentSign | undefined,
): string {
  const values = sign
    ? { name: escapeSnippet(sign.name), value: escapeSnippet(sign.value) }
    : { name: `\${1:${variable}}`, value: '${2:development}' };
  return content
    .split(/(\{name\}|\{value\})/)
    .map((part) =>
      part === '{name}' ? values.name : part === '{value}' ? values.value : escapeSnippet(part),
    )
    .join('');
}

/** Behind what a file begins with: its description, comments and imports from the future. */
function importEdits({ needs }: EnvironmentIdiom, lines: readonly string[]): SnippetEdit[] {
  if (!needs || needs.seen.test(lines.join('\n'))) return [];
  const place = lines.findIndex((content) => /^(?:import|from(?! __future__))\b/.test(content));
  return place < 0 ? [] : [insertAt(place + 1, 1, `${needs.line}\n`)];
}
