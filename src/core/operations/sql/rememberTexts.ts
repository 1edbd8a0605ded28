import { textOfTokens } from './textOfTokens';
import { isSymbol, type SqlToken } from './sqlToken';

const mostCharacters = 64_000;
const leading = new Set(['declare', 'set', 'select', 'begin', 'then', 'else']);

/** Keeps what a statement gives to a variable: `q := 'DROP TABLE ' || t`, `SET @q = '…'`. */
export function rememberTexts(tokens: readonly SqlToken[], texts: Map<string, string>): void {
  const at = tokens.findIndex(
    (token, index) =>
      isSymbol(token, ':=') ||
      (tokens[index - 1]?.text.startsWith('@') && (isSymbol(token, '=') || isSymbol(token, '+='))),
  );
  const target = at > 0 ? targetOf(tokens, at) : undefined;
  if (!target) return;
  const name = target.text.toLowerCase();
  const known = texts.get(name) ?? '';
  if (known.length >= mostCharacters) return;
  const before = tokens[at]!.text === '+=' ? known : '';
  const text = before + textOfTokens(tokens.slice(at + 1), texts);
  if (text !== '') texts.set(name, text.slice(0, mostCharacters));
}

/** A declaration puts the type between the name and the value. */
function targetOf(tokens: readonly SqlToken[], at: number): SqlToken | undefined {
  const placeholder = tokens.slice(0, at).find(({ text }) => text.startsWith('@'));
  return placeholder ?? tokens.find(({ word, kind }) => kind === 'word' && !leading.has(word));
}
