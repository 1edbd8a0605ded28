import { normalize } from 'node:path';
import type { Files } from '../files';
import type { LiveListeners } from '../listeners/listeners';

/** Tells a state of a file or folder from every other one. Never throws. */
export type Fingerprint = (path: string) => Promise<string>;

/** More paths than this cost more to look at again than a resolution does. */
const mostPaths = 3_000;

/** What an answer depends on: the files and folders that were read for it, also those that are not there, and who listens. */
export class AnswerTrace {
  readonly #paths = new Map<string, Promise<string>>();
  #listening: Promise<string> | undefined;

  constructor(private readonly fingerprint: Fingerprint) {}

  /** The same files, while it is noted which are read. */
  files(files: Files): Files {
    // The state is taken before the content: a change in between then shows as one.
    const after = async <T>(path: string, read: (path: string) => Promise<T>): Promise<T> => {
      await this.#note(path);
      return read(path);
    };
    return {
      read: (path) => after(path, (at) => files.read(at)),
      list: (folder) => after(folder, (at) => files.list(at)),
    };
  }

  listeners(listeners: LiveListeners): LiveListeners {
    return {
      find: async (at) => {
        this.#listening ??= listeners.snapshot();
        await this.#listening;
        return listeners.find(at);
      },
      snapshot: () => listeners.snapshot(),
    };
  }

  hasRead(path: string): boolean {
    return this.#paths.has(normalize(path));
  }

  /** Whether all is known to be as it was. */
  async isCurrent(listeners: LiveListeners): Promise<boolean> {
    if (this.#paths.size > mostPaths) return false;
    const listening = await this.#listening;
    if (listening !== undefined && listening !== (await listeners.snapshot())) return false;
    const changes = await Promise.all(
      [...this.#paths].map(
        async ([path, before]) => (await before) !== (await this.fingerprint(path)),
      ),
    );
    return !changes.includes(true);
  }

  #note(path: string): Promise<string> {
    const key = normalize(path);
    const known = this.#paths.get(key) ?? this.fingerprint(key);
    this.#paths.set(key, known);
    return known;
  }
}
