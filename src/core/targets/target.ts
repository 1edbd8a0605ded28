import type { Origin, Problem } from '../environment/setting';
import type { Step } from '../environment/step';

export type DatabaseSystem =
  | 'postgresql'
  | 'mongodb'
  | 'mysql'
  | 'redis'
  | 'sqlite'
  | 'sqlserver'
  | 'oracle'
  | 'clickhouse'
  | 'unknown';

/** Who answers at a place of this machine, where that was looked up. */
export type Answering =
  | { readonly kind: 'server'; readonly program: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unidentified'; readonly program?: string };

/** One place that a client may connect to. */
export type Endpoint =
  /** `port` is 0 where neither a setting nor a known client names one. */
  | {
      readonly kind: 'tcp';
      readonly host: string;
      readonly port: number;
      readonly answering?: Answering;
    }
  /** A folder or file of a unix socket. `port` names the socket in PostgreSQL's folder. */
  | {
      readonly kind: 'socket';
      readonly path: string;
      readonly port?: number;
      readonly answering?: Answering;
    }
  /** A DNS seed list (`mongodb+srv`): the name is the identity, the hosts behind it are not looked up. */
  | { readonly kind: 'srv'; readonly host: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'memory' };

/** What a connection grammar reads out of a connection string and the variables around it. No password is among it. */
export interface ConnectionParts {
  readonly system: DatabaseSystem;
  /** As the client tries them. Empty only when `unresolved` says why. */
  readonly endpoints: readonly Endpoint[];
  readonly database?: string;
  readonly user?: string;
  /** Settings beside the main one that gave a part: `PGPORT` for the port, a service file for the database. */
  readonly also?: readonly Origin[];
  /** Why the place stays unknown: a sentence without a value. */
  readonly unresolved?: string;
}

/** A database that a run would connect to, with the evidence. */
export interface Target extends ConnectionParts {
  /** The setting that decides. */
  readonly origin: Origin;
  /** Where the settings are that it wins over, strongest first. */
  readonly overrides: readonly Origin[];
  /** Stronger sources that could not be read. */
  readonly doubts: readonly Problem[];
  /** The tunnel, proxy or port-forward in between. */
  readonly via?: string;
  /** True when the name of its variable marks it as an alternative (`PROD_DATABASE_URL`) that a run does not use by default. */
  readonly standby: boolean;
  /** How code came to it, the first step first. */
  readonly trail?: readonly Step[];
  /** Where code connects. */
  readonly call?: Origin;
  /** The name by which code picks it among several connections: an alias of Django, a bind of Flask-SQLAlchemy. */
  readonly alias?: string;
}

/** Who answers there. `undefined` where nobody has looked, or where it is no place of this machine. */
export function answeringAt(endpoint: Endpoint | undefined): Answering | undefined {
  return endpoint?.kind === 'tcp' || endpoint?.kind === 'socket' ? endpoint.answering : undefined;
}

/** `db-prod.example.com`, `a,b` for a list, the path of a socket or file; `null` where unknown. */
export function hostOf({ endpoints }: Pick<ConnectionParts, 'endpoints'>): string | null {
  const names = endpoints.map((endpoint) => {
    switch (endpoint.kind) {
      case 'tcp':
      case 'srv':
        return endpoint.host;
      case 'socket':
      case 'file':
        return endpoint.path;
      case 'memory':
        return ':memory:';
    }
  });
  return names.length > 0 ? [...new Set(names)].join(',') : null;
}

/** The first endpoint's port, `null` where there is none. */
export function portOf({ endpoints }: Pick<ConnectionParts, 'endpoints'>): number | null {
  const first = endpoints[0];
  return (first?.kind === 'tcp' || first?.kind === 'socket') && first.port ? first.port : null;
}
