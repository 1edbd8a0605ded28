import type { QuotedText } from './namedRun';
import { fillIn, type ReferenceContext } from './references';

/** The line that VS Code gives to the shell of a task: a command alone as it is, else each part quoted as needed. */
export function shellLine(parts: readonly QuotedText[], references: ReferenceContext): string {
  const [command] = parts;
  if (parts.length === 1 && command?.quoting === undefined)
    return fillIn(command?.text ?? '', references).text;
  return parts.map((part) => quoted(part, references)).join(' ');
}

function quoted({ text: written, quoting }: QuotedText, references: ReferenceContext): string {
  const { text, isKnown } = fillIn(written, references);
  const isBare = quoting === undefined && !/\s/.test(withoutQuoted(text));
  if (isBare) return text;
  if (quoting === 'weak' || !isKnown) return `"${text.replace(/["\\`]/g, '\\$&')}"`;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Blanks inside of quotes need no others. */
function withoutQuoted(text: string): string {
  return text.replace(/"[^"]*"|'[^']*'/g, '');
}
