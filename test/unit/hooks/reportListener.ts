import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerminalReport } from '../../../src/shells/terminalReport';
import { Rendezvous } from '../../../src/terminal/rendezvous';
import {
  TerminalChannel,
  type ChannelAddress,
  type ChannelListener,
} from '../../../src/terminal/terminalChannel';

/** An editor's end: the real channel, its files in a folder of its own, and what was reported. */
export class ReportListener {
  readonly folder = mkdtempSync(join(tmpdir(), 'safety-catch-runtime-'));
  readonly channelFile = join(this.folder, 'window');
  readonly reports: TerminalReport[] = [];
  /** What the editor does with questions. */
  onAsk: ChannelListener['onAsk'] = (_, dialogue) => dialogue.answer({ kind: 'run' });
  #waiting: (() => void)[] = [];
  #channel: TerminalChannel | undefined;
  #rendezvous: Rendezvous | undefined;
  address!: ChannelAddress;

  static async open(): Promise<ReportListener> {
    const listener = new ReportListener();
    await listener.start();
    return listener;
  }

  async start(): Promise<void> {
    this.#channel = new TerminalChannel({
      onReport: (report) => {
        this.reports.push(report);
        for (const check of [...this.#waiting]) check();
      },
      onAsk: (ask, dialogue) => this.onAsk(ask, dialogue),
    });
    this.address = await this.#channel.listen();
    this.#rendezvous = new Rendezvous(this.folder, this.address);
    this.#rendezvous.announce('window');
  }

  announce(processId: number): void {
    this.#rendezvous!.announce(`${processId}`);
  }

  /** Ends as a killed process does: its files stay. */
  die(): void {
    this.#channel!.dispose();
  }

  get dropped(): number {
    return this.#channel!.dropped;
  }

  get last(): TerminalReport | undefined {
    return this.reports.at(-1);
  }

  /** Resolves with the first report, from now or before, that is as asked for. */
  waitFor(
    what: string,
    isWanted: (report: TerminalReport) => boolean,
    milliseconds = 8000,
  ): Promise<TerminalReport> {
    return new Promise((found, fail) => {
      const timer = setTimeout(() => fail(new Error(`No report ${what}`)), milliseconds);
      const check = (): void => {
        const report = this.reports.find(isWanted);
        if (!report) return;
        clearTimeout(timer);
        this.#waiting = this.#waiting.filter((other) => other !== check);
        found(report);
      };
      this.#waiting.push(check);
      check();
    });
  }

  /** Resolves once a variable is reported with this value. */
  waitForValue(name: string, value: string | undefined): Promise<TerminalReport> {
    const shown = (value ?? 'unset').slice(0, 80);
    return this.waitFor(`of ${name}=${shown}`, ({ variables }) => variables.get(name) === value);
  }

  close(): void {
    this.#channel?.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
