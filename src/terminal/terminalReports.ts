import type { Log } from '../core/log';
import type { TerminalReport } from '../shells/terminalReport';
import { Rendezvous, type LastVerdict } from './rendezvous';
import { findAbandonedFiles, openRuntimeFolder, removeFile } from './runtimeFolder';
import { TerminalChannel, type ChannelListener } from './terminalChannel';

const maximumUnclaimed = 50;

/** Listens to the shells of this window: the channel, and the files by which shells find it. */
export class TerminalReports {
  readonly #channel: TerminalChannel;
  readonly #shells = new Set<number>();
  /** A shell may report before VS Code has told its process id. */
  readonly #unclaimed = new Map<number, TerminalReport>();
  #rendezvous: Rendezvous | undefined;
  #isDisposed = false;

  constructor(
    private readonly folder: string,
    private readonly listener: ChannelListener,
    private readonly log: Log,
  ) {
    this.#channel = new TerminalChannel({
      onReport: (report) => this.#receive(report),
      onAsk: (ask, dialogue) => this.listener.onAsk(ask, dialogue),
    });
  }

  /** @param windowName the file for shells that are not known yet. Answers whether shells can report. */
  async start(windowName: string): Promise<boolean> {
    const refusal = openRuntimeFolder(this.folder);
    if (refusal) this.log.warn(`Terminals cannot report: ${refusal}`);
    if (refusal) return false;
    for (const file of findAbandonedFiles(this.folder))
      if (!file.endsWith('.coloured')) removeFile(file);
    const address = await this.#channel.listen();
    if (this.#isDisposed) return false;
    this.#rendezvous = new Rendezvous(this.folder, address);
    for (const name of [windowName, ...this.#shells]) this.#rendezvous.announce(`${name}`);
    return true;
  }

  add(processId: number): void {
    this.#shells.add(processId);
    this.#rendezvous?.announce(`${processId}`);
    const report = this.#unclaimed.get(processId);
    if (report) this.listener.onReport(report);
    this.#unclaimed.delete(processId);
  }

  /** What a shell goes by once this editor does not answer any more. */
  setVerdict(processId: number, verdict: LastVerdict | undefined): void {
    if (this.#shells.has(processId)) this.#rendezvous?.announce(`${processId}`, verdict);
  }

  remove(processId: number): void {
    this.#shells.delete(processId);
    this.#rendezvous?.withdraw(`${processId}`);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#rendezvous?.dispose();
    this.#channel.dispose();
    const { dropped } = this.#channel;
    if (dropped > 0) this.log.info(`Dropped ${dropped} connections that were no reports`);
  }

  #receive(report: TerminalReport): void {
    if (this.#shells.has(report.processId)) return this.listener.onReport(report);
    if (this.#unclaimed.size >= maximumUnclaimed) this.#unclaimed.clear();
    this.#unclaimed.set(report.processId, report);
  }
}
