import { parseConninfo } from './conninfo';
import type { ParsedParameters } from './keywords';
import { isUri, parseUri } from './uri';

/** What libpq makes of text where a database is expected: a URI, keywords and values, or else just a name. */
export function parseConnectionString(text: string): ParsedParameters {
  if (isUri(text)) return parseUri(text);
  if (text.includes('=')) return parseConninfo(text);
  return { kind: 'parameters', parameters: new Map(text === '' ? [] : [['dbname', text]]) };
}
