import type { EffectiveSetting } from '../environment/environment';
import type { ConnectionUrl } from './connectionUrl';
import type { ConnectionParts, DatabaseSystem } from './target';

/** The variables around a connection string, and the few files that a client reads by itself. */
export interface ClientContext {
  readonly find: (name: string) => EffectiveSetting | undefined;
  /** Text of a client's own file (`~/.pg_service.conf`, `~/.my.cnf`) by absolute path; `undefined` where there is none. */
  readonly readFile: (path: string) => string | undefined;
  /** The user's home folder. */
  readonly home: string;
  /** Working folder of the run, absolute. */
  readonly cwd: string;
}

export type Parsed =
  | { readonly kind: 'connection'; readonly connection: ConnectionParts }
  /** The client would refuse the string; the reason is a sentence without a value. */
  | { readonly kind: 'invalid'; readonly system: DatabaseSystem; readonly reason: string };

/** How one client library reads a connection string. */
export interface Grammar {
  readonly id: string;
  /** The client, with the version that the rules were checked against. */
  readonly title: string;
  /** Whether the client takes such a string at all: tells by the scheme, does not validate. */
  accepts(text: string): boolean;
  parse(url: ConnectionUrl, context: ClientContext): Parsed;
}
