import type { ParsedEnvFile } from '../dialect';
import { Reading } from './reading';

/** Every line end that Python's `splitlines` knows. */
const lines = /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*/g;

/** Lines that are `NAME=value` from their first character on; no references, no values of several lines. */
export function readDjangoEnviron(
  text: string,
  { cutsComments }: { readonly cutsComments: boolean },
): ParsedEnvFile {
  const reading = new Reading(text);
  for (const match of text.matchAll(lines)) {
    const line = match[0];
    const head = /^(?:export )?([A-Za-z_0-9]+)=/.exec(line);
    if (head) {
      const rest = line.slice(head[0].length);
      reading.assign(head[1]!, decode(rest, cutsComments), match.index);
    } else if (line !== '' && !line.startsWith('#'))
      reading.note(match.index, 'django-environ leaves this line out.');
  }
  return reading.finish();
}

function decode(rest: string, cutsComments: boolean): string {
  const single = insideSingleQuotes(rest, cutsComments);
  const value = single ?? (cutsComments ? rest.split('#', 1)[0]! : rest);
  if (value.length < 2 || !value.startsWith('"') || !value.endsWith('"')) return value;
  return value
    .slice(1, -1)
    .replace(/\\(.)/g, (escape, character: string) =>
      'rnt'.includes(character) ? escape : character,
    );
}

/** The longest text in single quotes that makes up the whole value, but for a comment. */
function insideSingleQuotes(rest: string, cutsComments: boolean): string | undefined {
  if (!cutsComments)
    return rest.length > 1 && rest.startsWith("'") && rest.endsWith("'")
      ? rest.slice(1, -1)
      : undefined;
  const start = rest.length - rest.trimStart().length;
  if (rest[start] !== "'") return undefined;
  for (let at = rest.lastIndexOf("'"); at > start; at = rest.lastIndexOf("'", at - 1)) {
    if (/^\s*(?:#|$)/.test(rest.slice(at + 1))) return rest.slice(start + 1, at);
  }
  return undefined;
}
