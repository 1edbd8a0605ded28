/** Languages that commands carry statements in. */
export type PayloadLanguage =
  | 'postgresql'
  | 'mysql'
  | 'sql'
  | 'mongosh'
  | 'redis'
  | 'lua'
  | 'python'
  | 'javascript'
  | 'ruby'
  | 'php';

/** Statements that a command gives its program to execute, and where they are. */
export type Payload = {
  readonly language: PayloadLanguage;
  /** As those of an operation. */
  readonly moves?: readonly string[];
} & (
  | { readonly kind: 'text'; readonly text: string }
  /** A file by its path as the command names it; `isBeside` where that counts from the file which names it. */
  | { readonly kind: 'file'; readonly path: string; readonly isBeside?: true }
  /** What the program reads on standard input, where that is no terminal. */
  | { readonly kind: 'input' }
);
