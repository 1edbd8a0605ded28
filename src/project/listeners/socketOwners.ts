import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';

/** How long the event loop is held at a time. Asynchronous calls for each link would cost it several times as much. */
const sliceMs = 2;

/**
 * Finds which process holds a socket. It walks through all processes once, for all who ask, and only as far as it has to.
 */
export class SocketOwners {
  readonly #owners = new Map<string, number>();
  readonly #hidden: number[] = [];
  readonly #walk: Iterator<void>;
  #isDone = false;

  constructor(private readonly root = '/proc') {
    this.#walk = this.#visit();
  }

  async find(inode: string): Promise<number | undefined> {
    while (!this.#owners.has(inode) && !this.#isDone) {
      this.#advance();
      await setImmediate();
    }
    return this.#owners.get(inode);
  }

  /** After a search that found nothing: the processes of a user whose sockets this user may not see. */
  hiddenProcessesOf(uid: number): readonly number[] {
    return this.#hidden.filter((pid) => this.userOf(pid) === uid);
  }

  userOf(pid: number): number | undefined {
    try {
      return statSync(`${this.root}/${pid}`).uid;
    } catch {
      return undefined;
    }
  }

  async commandOf(pid: number): Promise<readonly string[]> {
    try {
      const text = await readFile(`${this.root}/${pid}/cmdline`, 'utf8');
      return text.replace(/\0+$/, '').split('\0');
    } catch {
      return [];
    }
  }

  #advance(): void {
    const end = performance.now() + sliceMs;
    while (performance.now() < end && !this.#isDone) this.#isDone = this.#walk.next().done === true;
  }

  *#visit(): Generator<void> {
    for (const name of readdirSync(this.root)) {
      if (!/^\d+$/.test(name)) continue;
      try {
        yield* this.#visitFiles(Number(name));
      } catch (error) {
        // A process may end while it is looked at. One that may be listed may still keep its files to itself.
        if ((error as NodeJS.ErrnoException).code === 'EACCES') this.#hidden.push(Number(name));
      }
    }
  }

  *#visitFiles(pid: number): Generator<void> {
    const folder = `${this.root}/${pid}/fd`;
    for (const file of readdirSync(folder)) {
      yield;
      const inode = inodeOf(`${folder}/${file}`);
      if (inode !== undefined && !this.#owners.has(inode)) this.#owners.set(inode, pid);
    }
  }
}

function inodeOf(link: string): string | undefined {
  try {
    return /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1];
  } catch (error) {
    // Files close at any time.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
