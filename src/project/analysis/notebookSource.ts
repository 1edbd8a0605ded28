import { parseTree, type Node } from 'jsonc-parser';
import type { CodeRange } from '../../core/findings/codeFinding';
import { lineCounter } from '../manifests/manifest';

/** A line of a cell. */
interface CellLine {
  readonly text: string;
  /** Of the cell among all of the notebook, from 0 on, and of the line in it, 1-based. */
  readonly cell: number;
  readonly line: number;
  /** Where it begins in the notebook's file. */
  readonly offset: number;
  /** How much of its line in the cell stands before it. */
  readonly indent?: number;
}

export interface CellRange extends CodeRange {
  /** From 0 on, cells of text counted, too. */
  readonly cell: number;
}

/** Lines of one language, of one cell or of several. */
export class NotebookPart {
  readonly #lines: CellLine[] = [];
  readonly #lineAt: (offset: number) => number;

  constructor(private readonly file: string) {
    this.#lineAt = lineCounter(file);
  }

  add(line: CellLine): void {
    this.#lines.push(line);
  }

  get text(): string {
    return this.#lines.map(({ text }) => `${text}\n`).join('');
  }

  /** A range of the part, as one of the notebook's file. */
  inFile({ line, column, endColumn }: CodeRange): CodeRange | undefined {
    const own = this.#lines[line - 1];
    if (!own) return undefined;
    const begin = skip(this.file, own.offset, column - 1);
    const end = skip(this.file, begin, Math.max(0, endColumn - column));
    const number = this.#lineAt(begin);
    const from = this.file.lastIndexOf('\n', begin - 1) + 1;
    return { line: number, column: begin - from + 1, endLine: number, endColumn: end - from + 1 };
  }

  /** A range of the part, as one of its cell. */
  inCell(range: CodeRange): CellRange | undefined {
    const own = this.#lines[range.line - 1];
    if (!own) return undefined;
    const { cell, line, indent = 0 } = own;
    const [column, endColumn] = [range.column + indent, range.endColumn + indent];
    return { cell, line, column, endLine: line, endColumn };
  }
}

/** A notebook as the program that its cells are from top to bottom, beside what they give to others. */
export interface NotebookSource {
  readonly python: NotebookPart;
  /** Of one cell or one line each. */
  readonly sql: readonly NotebookPart[];
  readonly shell: readonly NotebookPart[];
}

/** Outputs are most of a notebook, and its pictures most of these. */
const longestNotebook = 32_000_000;

export function readNotebookSource(file: string): NotebookSource | undefined {
  if (file.length > longestNotebook) return undefined;
  const root = parseTree(file);
  const language =
    textAt(root, 'metadata', 'kernelspec', 'language') ??
    textAt(root, 'metadata', 'language_info', 'name') ??
    'python';
  const splitter = new CellSplitter(file, language.toLowerCase());
  (memberOf(root, 'cells')?.children ?? []).forEach((cell, at) => {
    if (textAt(cell, 'cell_type') === 'code')
      splitter.add(linesOf(memberOf(cell, 'source'), file, at));
  });
  return splitter.source;
}

class CellSplitter {
  readonly source: { python: NotebookPart; sql: NotebookPart[]; shell: NotebookPart[] };

  constructor(
    private readonly file: string,
    private readonly language: string,
  ) {
    this.source = { python: new NotebookPart(file), sql: [], shell: [] };
  }

  add(lines: readonly CellLine[]): void {
    const first = lines[0]?.text ?? '';
    const [, magic] = /^%%(\w+)/.exec(first) ?? /^%(sql)\s*$/.exec(first) ?? [];
    if (magic === 'sql') this.#addTo(this.source.sql, lines.slice(1));
    else if (/^(?:bash|sh|script)$/.test(magic ?? ''))
      this.#addTo(this.source.shell, lines.slice(1));
    else if (magic === undefined || /^(?:time|timeit|capture|prun)$/.test(magic))
      this.#addCode(magic === undefined ? lines : lines.slice(1));
  }

  #addCode(lines: readonly CellLine[]): void {
    if (this.language === 'sql') return this.#addTo(this.source.sql, lines);
    if (!/^(?:i?python3?)$/.test(this.language)) return;
    for (const line of lines) this.#addLine(line);
  }

  /** A line for a shell or a database leaves a gap in the program that it stands in. */
  #addLine(line: CellLine): void {
    const [, indent = '', target = '', sign, rest = ''] =
      /^(\s*)(\w+\s*=\s*)?(!!?|%sql\b\s*|%\w+)(.*)$/s.exec(line.text) ?? [];
    if (sign === undefined) return this.source.python.add(line);
    this.source.python.add({ ...line, text: `${indent}${target}...` });
    const before = line.text.length - rest.length;
    const offset = skip(this.file, line.offset, before);
    const own = [{ ...line, text: rest, offset, indent: before }];
    if (sign.startsWith('!')) this.#addTo(this.source.shell, own);
    if (sign.startsWith('%sql')) this.#addTo(this.source.sql, own);
  }

  #addTo(parts: NotebookPart[], lines: readonly CellLine[]): void {
    const part = new NotebookPart(this.file);
    for (const line of lines) part.add(line);
    parts.push(part);
  }
}

/** A source is a text, or a list of texts. */
function linesOf(source: Node | undefined, file: string, cell: number): readonly CellLine[] {
  const texts = source?.type === 'array' ? (source.children ?? []) : source ? [source] : [];
  let line = 0;
  return texts.flatMap(({ value, offset }) => {
    if (typeof value !== 'string') return [];
    let at = offset + 1;
    return value
      .replace(/\n$/, '')
      .split('\n')
      .map((text) => {
        const own = { text, cell, line: ++line, offset: at };
        at = skip(file, at, text.length + 1);
        return own;
      });
  });
}

/** Goes on by so many characters of a JSON text, however they are spelled. */
function skip(file: string, offset: number, count: number): number {
  let at = offset;
  for (let left = count; left > 0 && at < file.length; left--)
    at += file[at] !== '\\' ? 1 : file[at + 1] === 'u' ? 6 : 2;
  return at;
}

function memberOf(node: Node | undefined, name: string): Node | undefined {
  const member = node?.type === 'object' ? node.children : undefined;
  return member?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function textAt(node: Node | undefined, ...path: readonly string[]): string | undefined {
  const value: unknown = path.reduce(memberOf, node)?.value;
  return typeof value === 'string' ? value : undefined;
}
