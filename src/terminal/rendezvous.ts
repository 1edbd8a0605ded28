import { join } from 'node:path';
import { readText, removeFile, writePrivately } from './runtimeFolder';
import type { ChannelAddress } from './terminalChannel';

/** Leaves the channel's address where shells look for it, in files that only this user can read. */
export class Rendezvous {
  readonly #text: string;
  readonly #files = new Set<string>();

  constructor(
    private readonly folder: string,
    { port, knock, proof, token }: ChannelAddress,
  ) {
    this.#text = `${port} ${knock} ${proof} ${token} ${process.pid}\n`;
  }

  /** Under a shell's process id for that shell, under another name for shells whose id is not known yet. */
  announce(name: string): void {
    const file = join(this.folder, name);
    writePrivately(file, this.#text);
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
