export interface SqlToken {
  /**
   * `name` is quoted as one, `placeholder` stands for what only the running program knows, `end` ends a statement,
   * and `command` is one for the client: `\i x.sql`.
   */
  readonly kind:
    'word' | 'name' | 'string' | 'number' | 'placeholder' | 'symbol' | 'end' | 'command';
  /** Without its quotes. */
  readonly text: string;
  /** A word in lower case, else nothing. */
  readonly word: string;
  /** 1-based. */
  readonly line: number;
  readonly isLineStart: boolean;
  readonly start: number;
  readonly end: number;
}

export function isSymbol(token: SqlToken | undefined, text: string): boolean {
  return token?.kind === 'symbol' && token.text === text;
}

/** How far a token leads into parentheses or out of them. */
export function depthChange(token: SqlToken): number {
  if (token.kind !== 'symbol') return 0;
  return token.text === '(' ? 1 : token.text === ')' ? -1 : 0;
}
