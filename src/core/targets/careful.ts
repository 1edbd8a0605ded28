import type { Grammar } from './grammar';
import { refuseRawPassword } from './safeConnection';

/** Whether a client may have ended the user info inside of the password, told by what follows the scheme. */
type Doubt = (afterScheme: string) => boolean;

/** User info ends where a path, a query or a fragment begins, and an `@` comes after that. */
const hasAtAfterPath: Doubt = (text) => {
  const end = text.search(/[/?#]/);
  return end >= 0 && /[:@]/.test(text.slice(0, end)) && text.includes('@', end);
};

/** After `;` come properties, where a password may hold what it likes. */
const hasAtOnBothSides: Doubt = (text) => {
  const end = text.search(/[/?#;]/);
  if (text[end] !== ';') return hasAtAfterPath(text);
  return text.slice(0, end).includes('@') && text.includes('@', end);
};

/** User info ends at the first `@`. */
const hasSecondAt: Doubt = (text) => text.indexOf('@') !== text.lastIndexOf('@');

/** For libpq a `/` ends it too. */
const hasAtAfterSlash: Doubt = (text) => {
  const slash = text.indexOf('/');
  const place = text.slice(0, Math.max(0, slash));
  return place.includes(':') && !place.includes('@') && text.includes('@', slash);
};

const doubts: Readonly<Record<string, Doubt>> = {
  libpq: (text) => hasSecondAt(text) || hasAtAfterSlash(text),
  sqlalchemy: hasSecondAt,
  'postgres-js': (text) => hasSecondAt(text) || hasAtAfterPath(text),
  sqlserver: hasAtOnBothSides,
};

/**
 * The grammar, refusing a URL that it may have split in the middle of a password: the real client would go to a place
 * that is none, and the parts would show a piece of the password.
 */
export function careful(grammar: Grammar): Grammar {
  const isDoubtful = doubts[grammar.id] ?? hasAtAfterPath;
  return {
    ...grammar,
    parse(url, context) {
      const parsed = grammar.parse(url, context);
      const afterScheme = /^[a-z][\w+.-]*:\/\/([^]*)$/i.exec(url.reveal())?.[1];
      return parsed.kind === 'connection' && afterScheme !== undefined && isDoubtful(afterScheme)
        ? refuseRawPassword(parsed.connection.system)
        : parsed;
    },
  };
}
