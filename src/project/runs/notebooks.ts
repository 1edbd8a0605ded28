import type { Problem } from '../../core/environment/setting';
import type { Files } from '../files';
import { readJsonc, type JsoncValue } from './jsonc';

/** A line that a cell gives to a shell. */
export interface NotebookLine {
  readonly text: string;
  /** 1-based, in the notebook's file. */
  readonly line: number;
}

export interface Notebook {
  /** Of the kernel, in lower case: `python`. */
  readonly language: string;
  /** All code cells as one program, each line in the place of its own line in the file. */
  readonly code: string;
  readonly shellLines: readonly NotebookLine[];
  readonly problems: readonly Problem[];
}

/** Reads a notebook as the program that its cells are when they are run from top to bottom. */
export async function readNotebook(files: Files, file: string): Promise<Notebook> {
  const { value, problems } = await readJsonc(files, file);
  const metadata = value?.get('metadata');
  const language =
    metadata?.get('kernelspec')?.text('language') ??
    metadata?.get('language_info')?.text('name') ??
    'python';
  const program = new NotebookProgram();
  for (const cell of value?.get('cells')?.items() ?? [])
    if (cell.text('cell_type') === 'code') program.add(linesOf(cell));
  return { language: language.toLowerCase(), ...program.result(), problems };
}

/** A source is a text, or a list of texts that mostly have a line of the file each. */
function linesOf(cell: JsoncValue): NotebookLine[] {
  return (cell.get('source')?.items() ?? []).flatMap((item) => {
    const lines = String(item.plain()).replace(/\n$/, '').split('\n');
    return lines.map((text) => ({ text, line: item.line }));
  });
}

const shellCell = /^%%(?:bash|sh|script)\b/;

class NotebookProgram {
  readonly #code: string[] = [];
  readonly #shellLines: NotebookLine[] = [];

  add(lines: readonly NotebookLine[]): void {
    const isShell = shellCell.test(lines[0]?.text ?? '');
    const isOther = !isShell && /^%%(?!time|capture)/.test(lines[0]?.text ?? '');
    for (const [index, line] of lines.entries()) {
      if (isShell && index > 0) this.#shellLines.push(line);
      else if (!isShell && !isOther) this.#addCode(line);
    }
  }

  result(): Pick<Notebook, 'code' | 'shellLines'> {
    return { code: `${this.#code.join('\n')}\n`, shellLines: this.#shellLines };
  }

  /** Where several lines of code share one of the file, they follow each other from there. */
  #addCode({ text, line }: NotebookLine): void {
    const [, indent = '', target = '', command] = /^(\s*)(\w+\s*=\s*)?!!?(.*)$/s.exec(text) ?? [];
    if (command !== undefined) this.#shellLines.push({ text: command, line });
    const code = command === undefined ? withoutMagic(text) : `${indent}${target}...`;
    while (this.#code.length < line - 1) this.#code.push('');
    this.#code.push(code);
  }
}

/** Magics that decide databases, as the Python that they stand for; any other does nothing. */
function withoutMagic(text: string): string {
  const [, indent = '', name, rest = ''] = /^(\s*)%(\w+)\s*(.*)$/s.exec(text) ?? [];
  switch (name) {
    case undefined:
      return text;
    case 'env':
    case 'set_env':
      return `${indent}${setVariable(rest)}`;
    case 'dotenv':
      return `${indent}${loadEnvFile(rest.split(/\s+/).filter(Boolean))}`;
    case 'sql': {
      const [url] = /^\w[\w+]*:\/\/\S+/.exec(rest) ?? [];
      return url === undefined
        ? `${indent}pass`
        : `${indent}import sqlalchemy; sqlalchemy.create_engine(${JSON.stringify(url)})`;
    }
    default:
      return `${indent}pass`;
  }
}

/** `NAME=value` or `NAME value`; what IPython fills in is left to a name that nothing defines. */
function setVariable(text: string): string {
  const [, name, value = ''] = /^(\w+)(?:\s*=\s*|\s+)(.*)$/s.exec(text) ?? [];
  if (name === undefined) return 'pass';
  const written = /[{$]/.test(value) ? 'filled_in_by_ipython' : JSON.stringify(value.trim());
  return `import os; os.environ[${JSON.stringify(name)}] = ${written}`;
}

function loadEnvFile(words: readonly string[]): string {
  const path = words.find((word) => !word.startsWith('-')) ?? '.env';
  const override = words.some((word) => /^-\w*o|^--override$/.test(word)) ? 'True' : 'False';
  return `import dotenv; dotenv.load_dotenv(${JSON.stringify(path)}, override=${override})`;
}
