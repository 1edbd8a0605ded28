import type { Parsed } from './grammar';
import { redact } from './redact';
import type { ConnectionParts, DatabaseSystem, Endpoint } from './target';

/**
 * A connection whose fields may be shown. Clients that split a raw `@` or `/` of a password wrongly take its rest for
 * a host or database; such a place cannot exist, and naming it would print the password.
 */
export function safeConnection(connection: ConnectionParts): Parsed {
  const { database } = connection;
  if (connection.endpoints.some(holdsUserInfo) || (database && holdsPassword(database)))
    return refuseRawPassword(connection.system);
  // A whole connection string in place of a name is a name to these clients, and still holds its password.
  const { user } = connection;
  return {
    kind: 'connection',
    connection: {
      ...connection,
      ...(database ? { database: redact(database) } : {}),
      ...(user ? { user: redact(user) } : {}),
    },
  };
}

export function refuseRawPassword(system: DatabaseSystem): Parsed {
  return {
    kind: 'invalid',
    system,
    reason:
      'The connection string seems to hold a password with a raw "@", "/", "?" or "#": percent-encode it.',
  };
}

function holdsPassword(database: string): boolean {
  return database.includes('@') && !database.includes('://');
}

function holdsUserInfo(endpoint: Endpoint): boolean {
  switch (endpoint.kind) {
    case 'tcp':
    case 'srv':
      return /[@/?#]/.test(endpoint.host);
    // An abstract socket starts with `@`.
    case 'socket':
      return endpoint.path.includes('@', 1);
    case 'file':
      return /^[^/\\]*:[^/\\]*@/.test(endpoint.path);
    case 'memory':
      return false;
  }
}
