import type { LocalEnd } from '../../core/tunnels/listener';
import { readListener } from '../../core/tunnels/readListener';
import { completeListener } from './completeListener';
import { linux } from './linux';
import type {
  FoundListener,
  ListenerSystem,
  ListeningSocket,
  LiveListeners,
  SocketTable,
} from './listeners';
import { macos } from './macos';
import { matchSockets } from './matchSockets';
import { windows } from './windows';

/** A tunnel can open at any time, so a look serves one resolution and not much more. */
const freshMs = 1_000;

const systems: Readonly<Partial<Record<NodeJS.Platform, ListenerSystem>>> = {
  linux,
  darwin: macos,
  win32: windows,
};

/** From what needs most care to what needs least. */
const byCare: readonly FoundListener['kind'][] = [
  'tunnel',
  'unknown',
  'container',
  'server',
  'nothing',
];

/** The listeners of this machine, looked up at most once a second. */
export class SystemListeners implements LiveListeners {
  #table?: Promise<SocketTable | undefined>;
  #found = new Map<string, Promise<FoundListener>>();
  #readAt = -Infinity;

  constructor(private readonly system = systems[process.platform]) {}

  async find(at: LocalEnd): Promise<FoundListener | undefined> {
    const table = await this.#look();
    if (!table) return undefined;
    const sockets = matchSockets(table.sockets, at);
    if (sockets.length === 0)
      return table.covers.includes(at.kind) ? { kind: 'nothing' } : undefined;
    const found = await Promise.all(sockets.map((socket) => this.#identify(table, socket)));
    return found.toSorted((a, b) => byCare.indexOf(a.kind) - byCare.indexOf(b.kind))[0];
  }

  async snapshot(): Promise<string> {
    const table = await this.#look();
    return JSON.stringify((table?.sockets ?? []).map(({ id }) => id).sort());
  }

  #look(): Promise<SocketTable | undefined> {
    if (!this.#table || performance.now() - this.#readAt > freshMs) {
      this.#readAt = performance.now();
      this.#found = new Map();
      this.#table = this.system?.read().catch(() => undefined) ?? Promise.resolve(undefined);
    }
    return this.#table;
  }

  #identify(table: SocketTable, socket: ListeningSocket): Promise<FoundListener> {
    const key = JSON.stringify([socket.id, socket.end]);
    const known = this.#found.get(key) ?? identify(table, socket);
    this.#found.set(key, known);
    return known;
  }
}

async function identify(table: SocketTable, socket: ListeningSocket): Promise<FoundListener> {
  try {
    const found = await table.processOf(socket);
    if (!found) return { kind: 'unknown' };
    return await completeListener(readListener(found.argv), socket.end, found.isOwn);
  } catch {
    return { kind: 'unknown' };
  }
}
