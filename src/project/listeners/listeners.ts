import type { Listener, LocalEnd } from '../../core/tunnels/listener';

/** What answers where a client connects on this machine. */
export type FoundListener = Listener | { readonly kind: 'nothing' };

/** Command lines stay behind this interface: they may hold credentials. */
export interface Listeners {
  /** `undefined` where this system does not tell. Never throws. */
  find(at: LocalEnd): Promise<FoundListener | undefined>;
  /** Who answers to a name that is known only where the program runs: a service of its compose file. */
  findName?(host: string): FoundListener | undefined;
}

/** Listeners that change while one looks on. */
export interface LiveListeners extends Listeners {
  /** A text that is another one as soon as something starts or stops to listen. Never throws. */
  snapshot(): Promise<string>;
}

/** One socket that accepts connections. */
export interface ListeningSocket {
  readonly end: LocalEnd;
  /** How the system calls it, so that its process can be found. */
  readonly id: string;
  /** Of the user who opened it, where that is told. */
  readonly uid?: number;
}

export interface ListeningProcess {
  readonly argv: readonly string[];
  /** Whether it runs as the user who asks: only then are its own files trusted. */
  readonly isOwn: boolean;
}

/** The listening sockets of one moment. */
export interface SocketTable {
  readonly sockets: readonly ListeningSocket[];
  /** The kinds of place that it is complete for. */
  readonly covers: readonly LocalEnd['kind'][];
  processOf(socket: ListeningSocket): Promise<ListeningProcess | undefined>;
}

/** How an operating system tells who listens. */
export interface ListenerSystem {
  read(): Promise<SocketTable | undefined>;
}
