import type { Endpoint } from '../targets/target';

/** Where a process of this machine accepts connections. Without a port it chose a free one by itself. */
export type LocalEnd =
  | { readonly kind: 'tcp'; readonly host: string; readonly port?: number }
  | { readonly kind: 'socket'; readonly path: string };

/** One way through a tunnel. */
export interface Forward {
  readonly local: LocalEnd;
  /** Absent where the command line does not say it: a SOCKS proxy, a file of its own. */
  readonly far?: Endpoint;
  /** Only for connections that ask for this database. */
  readonly database?: string;
}

/** Where it is written what a tunnel's command line does not name. */
export type WrittenElsewhere =
  | { readonly kind: 'sshConfig'; readonly destination: string; readonly file?: string }
  | { readonly kind: 'pgbouncerFile'; readonly path: string }
  | { readonly kind: 'kubeconfig'; readonly file?: string };

export interface Tunnel {
  readonly kind: 'tunnel';
  /** Kebab-case id of its kind. */
  readonly tool: string;
  /** For people, without secrets and without users: `ssh to bastion.example.com`. */
  readonly via: string;
  readonly forwards: readonly Forward[];
  /** It dials from this machine, so a far end that is this machine can be followed further. */
  readonly isRelay?: true;
  readonly elsewhere?: WrittenElsewhere;
}

/** A database server of this machine, or a container of one. */
export interface LocalServer {
  readonly kind: 'server';
  readonly program: string;
}

/** A port of a container on this machine. Its image decides what it is. */
export interface PublishedPort {
  readonly kind: 'container';
  readonly tool: string;
  readonly port?: number;
  readonly address?: string;
}

/** Something else, or something that cannot be seen. */
export interface UnknownListener {
  readonly kind: 'unknown';
  readonly program?: string;
}

/** What a process that listens is. Made from its command line, of which nothing secret is kept. */
export type Listener = Tunnel | LocalServer | PublishedPort | UnknownListener;
