import { depthChange, type SqlToken } from './sqlToken';

/** Words that follow a text which is executed, and are no part of it. */
const ends = new Set(['into', 'using', 'from', 'loop']);

/**
 * The text that strings make up together, with `?` for what only the running program knows:
 * `'DROP TABLE ' || name` is `DROP TABLE ?`.
 *
 * @param texts what variables hold
 */
export function textOfTokens(
  tokens: readonly SqlToken[],
  texts: ReadonlyMap<string, string>,
): string {
  let text = '';
  let isGap = false;
  let depth = 0;
  for (const token of tokens) {
    depth += depthChange(token);
    if (depth <= 0 && ends.has(token.word)) break;
    const known = token.kind === 'string' ? token.text : texts.get(token.text.toLowerCase());
    if (known !== undefined) {
      text += (isGap && text !== '' ? '?' : '') + known;
      isGap = false;
    } else if (token.kind === 'word' || token.kind === 'placeholder') isGap = true;
  }
  return isGap && text !== '' ? `${text}?` : text;
}
