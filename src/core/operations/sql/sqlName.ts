import { printable, shorten } from '../../printable';

/** The name of a table or of anything else that a statement is about. */
export interface SqlName {
  /** To be shown. Empty where only the running program knows the name. */
  readonly text: string;
  /** To compare: in lower case. */
  readonly key: string;
}

export const unnamed: SqlName = { text: '', key: '' };

const longest = 80;

/** @param parts of a name, from the outermost: schema, table */
export function nameOf(parts: readonly string[]): SqlName {
  const text = parts.join('.');
  return { text: shorten(printable(text.slice(0, 4 * longest)), longest), key: text.toLowerCase() };
}

/** The part of a name that tells it from others in the same schema. */
export function baseOf({ key }: SqlName): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
