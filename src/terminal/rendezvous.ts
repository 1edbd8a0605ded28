import { join } from 'node:path';
import { printable } from '../core/printable';
import type { Stage } from '../core/stages/stage';
import { readText, removeFile, writePrivately } from './runtimeFolder';
import type { ChannelAddress } from './terminalChannel';

/** The last word on a terminal, for a shell whose editor does not answer any more. */
export interface LastVerdict {
  readonly stage: Stage;
  /** What is to be typed to run a line all the same: the database, or its host. */
  readonly name: string;
}

/** Leaves the channel's address where shells look for it, in files that only this user can read. */
export class Rendezvous {
  readonly #address: string;
  /** What stands in each file, as far as it is this window's word. */
  readonly #texts = new Map<string, string>();

  constructor(
    private readonly folder: string,
    { port, knock, proof, token }: ChannelAddress,
  ) {
    this.#address = `${port} ${knock} ${proof} ${token} ${process.pid}\n`;
  }

  /** Under a shell's process id for that shell, under another name for shells whose id is not known yet. */
  announce(name: string, verdict?: LastVerdict): void {
    const file = join(this.folder, name);
    const text = `${this.#address}${verdictLine(verdict)}`;
    if (this.#texts.get(file) === text) return;
    writePrivately(file, text);
    this.#texts.set(file, text);
  }

  /** Another window, or this one after a reload, may have taken the file over: then it stays. */
  withdraw(name: string): void {
    this.#remove(join(this.folder, name));
  }

  dispose(): void {
    for (const file of [...this.#texts.keys()]) this.#remove(file);
  }

  #remove(file: string): void {
    if (this.#texts.delete(file) && readText(file).startsWith(this.#address)) removeFile(file);
  }
}

function verdictLine(verdict: LastVerdict | undefined): string {
  return verdict ? `${verdict.stage} ${printable(verdict.name)}\n` : '';
}
