import { keywords, refuse, type ParsedParameters } from './keywords';

const pair = /\s*([^=\s]*)\s*(=?)\s*(?:'((?:[^'\\]|\\.)*)(')?|((?:[^\s\\]|\\.)*)\\?)/sy;

/** Reads `host=a dbname='b c'` as libpq does. */
export function parseConninfo(text: string): ParsedParameters {
  const parameters = new Map<string, string>();
  const end = text.trimEnd().length;
  pair.lastIndex = 0;
  while (pair.lastIndex < end) {
    const [, keyword = '', equals, quoted, closing, bare = ''] = pair.exec(text) ?? [];
    if (!equals) return refuse('A word in the connection string has no "=".');
    if (quoted !== undefined && !closing)
      return refuse('A quoted value in the connection string has no closing quote.');
    if (!keywords.has(keyword))
      return refuse('The connection string has an option that libpq does not know.');
    parameters.set(keyword, (quoted ?? bare).replace(/\\(.)/gs, '$1'));
  }
  return { kind: 'parameters', parameters };
}

const firstPair = /^\s*([a-z_]+)\s*=/;

/** Whether text looks like keywords and values, and not like another client's `Server=…;Database=…`. */
export function isConninfo(text: string): boolean {
  const first = firstPair.exec(text)?.[1];
  if (first === undefined || !keywords.has(first) || /;\s*[\w ]+=/.test(text)) return false;
  return /(?:^|\s)(?:host|hostaddr|dbname|service)\s*=/.test(text);
}
