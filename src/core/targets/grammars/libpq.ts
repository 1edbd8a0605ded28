import type { Grammar } from '../grammar';
import { completeConnection } from '../libpq/complete';
import { isConninfo, parseConninfo } from '../libpq/conninfo';
import { isUri, parseUri } from '../libpq/uri';

/** The C library, and what hands its strings over unread: psql, psycopg, Ruby's pg, PHP's pgsql. */
export const libpq: Grammar = {
  id: 'libpq',
  title: 'libpq 15 to 18',
  accepts: (text) => isUri(text) || isConninfo(text),
  parse(url, context) {
    const text = url.reveal();
    const parsed = isUri(text) ? parseUri(text) : parseConninfo(text);
    return parsed.kind === 'invalid'
      ? { ...parsed, system: 'postgresql' }
      : completeConnection(parsed.parameters, context);
  },
};
