import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText, removeFile } from './runtimeFolder';
import type { ChannelAddress } from './terminalChannel';

/** Leaves the channel's address where shells look for it, in files that only this user can read. */
export class Rendezvous {
  readonly #text: string;
  readonly #files = new Set<string>();

  constructor(
    private readonly folder: string,
    { port, proof, token }: ChannelAddress,
  ) {
    this.#text = `${port} ${proof} ${token} ${process.pid}\n`;
  }

  /** Under a shell's process id for that shell, under another name for shells whose id is not known yet. */
  announce(name: string): void {
    const file = join(this.folder, name);
    const draft = `${file}.${process.pid}`;
    // Renamed into place, so that no shell reads half a line, and no one else's file or link is written through.
    removeFile(draft);
    writeFileSync(draft, this.#text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
    this.#files.add(file);
  }

  /** Another window, or this one after a reload, may have taken the file over: then it stays. */
  withdraw(name: string): void {
    this.#remove(join(this.folder, name));
  }

  dispose(): void {
    for (const file of this.#files) this.#remove(file);
  }

  #remove(file: string): void {
    if (this.#files.delete(file) && readText(file) === this.#text) removeFile(file);
  }
}
