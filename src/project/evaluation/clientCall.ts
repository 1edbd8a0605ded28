import type { Environment } from '../../core/environment/environment';
import type { ClientContext, Grammar } from '../../core/targets/grammar';
import type { DatabaseSystem } from '../../core/targets/target';
import type { MadeValue, Value } from '../../syntax/evaluation/value';

/** The parts of a call that say where it connects to. Each may be unknown, or one of several. */
export interface CallParts {
  /** A whole connection string; the other parts add to it. */
  readonly url?: Value | undefined;
  readonly host?: Value | undefined;
  readonly port?: Value | undefined;
  readonly database?: Value | undefined;
  readonly user?: Value | undefined;
  /** Where only libpq knows them. */
  readonly hostaddr?: Value | undefined;
  readonly service?: Value | undefined;
}

/** What a client takes for granted where a call does not say it. */
export interface ClientRules {
  readonly system: DatabaseSystem;
  /** Id of the grammar that its connection strings follow. */
  readonly grammar?: string;
  readonly port?: number;
  /** The host where nothing names one; PostgreSQL's own library takes a socket instead. */
  readonly host?: string;
  /** PostgreSQL's own library connects: every part wins over the connection string, and it fills the gaps in its way. */
  readonly isLibpq?: true;
  /** Parts that win over what the connection string says; the others only fill its gaps. */
  readonly beatsUrl?: readonly ('host' | 'port' | 'database')[];
  /** Where a connection string is given, it alone counts: no other part fills its gaps. */
  readonly isUrlAlone?: true;
  /** An empty connection string is refused, where other clients take it for none. */
  readonly needsUrl?: true;
  /** A host may have its port with it: `db.example.com:5433`. */
  readonly hostHasPort?: true;
  /** It says itself that the host is this machine where none is given, so that PGHOST and PGPORT fill no gap. */
  readonly namesHostItself?: true;
}

/** How one function of a client library is called. */
export interface ClientCall extends ClientRules {
  /** Full name of the function or class. */
  readonly maker: string;
  /** The rules of what the arguments select, for libraries of many databases. */
  readonly rulesFor?: (args: ArgumentReader) => ClientRules | undefined;
  read(args: ArgumentReader): CallParts | undefined;
}

/** Arguments by position or by name, whichever the code used. */
export class ArgumentReader {
  constructor(private readonly made: MadeValue) {}

  /** What the function was called on, where a library's call gave that. */
  get self(): MadeValue | undefined {
    const { self } = this.made.args;
    return self?.kind === 'made' ? self : undefined;
  }

  at(index: number, ...names: readonly string[]): Value | undefined {
    return this.made.args.positional[index] ?? this.named(...names);
  }

  named(...names: readonly string[]): Value | undefined {
    return names.map((name) => this.made.args.named.get(name)).find((value) => value !== undefined);
  }
}

export interface CallContext {
  readonly environment: Environment;
  readonly client: Omit<ClientContext, 'find'>;
  readonly grammars: readonly Grammar[];
}
