import type { Operation } from './operation';
import type { Payload, PayloadLanguage } from './payload';

/** Reads what statements of one language would do. Never throws: text that it cannot read has no operations. */
export interface StatementReader {
  readonly languages: readonly PayloadLanguage[];
  /** Lines of origins are those of the text, 1-based, without a file: whoever knows the file puts it in. */
  read(text: string, language: PayloadLanguage): Promise<readonly Operation[]>;
  /** What the text has its program execute besides: `load('x.js')`, `\i x.sql`. */
  readIncluded?(text: string, language: PayloadLanguage): Promise<readonly Payload[]>;
}
