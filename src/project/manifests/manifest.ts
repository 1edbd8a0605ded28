export type Ecosystem = 'node' | 'python' | 'ruby' | 'php' | 'go' | 'java';

/** One dependency as a manifest declares it. */
export interface Declaration {
  readonly name: string;
  /** The version or range as written, `undefined` where any will do. */
  readonly version?: string;
  /** 1-based. */
  readonly line?: number;
}

export interface Declarations {
  readonly packages: readonly Declaration[];
  /** Run-scripts, where the manifest has them. */
  readonly scripts?: readonly {
    readonly name: string;
    readonly command: string;
    readonly line?: number;
  }[];
  /** The version of the language's runtime that the project asks for. */
  readonly runtime?: { readonly version: string; readonly line?: number };
  /** Set when the text is broken: what could be read of it is still here. */
  readonly problem?: { readonly line?: number; readonly message: string };
}

/** How one kind of manifest is read. */
export interface ManifestReader {
  readonly ecosystem: Ecosystem;
  /** The names of the files, in full. */
  readonly files: RegExp;
  read(text: string): Declarations;
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1))
    line++;
  return line;
}

/** 1-based line of the first match, for formats whose parser tells no positions. */
export function lineOf(text: string, pattern: RegExp): { readonly line?: number } {
  const index = text.search(pattern);
  return index < 0 ? {} : { line: lineAt(text, index) };
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
