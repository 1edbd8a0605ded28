import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { GateAsk } from '../../../src/shells/gateProtocol';
import type { Dialogue } from '../../../src/terminal/dialogue';
import { hookVariables } from '../../../src/terminal/hookVariables';
import { startProcess } from '../../processes';
import { makeScratchFolder, removeScratchFolder } from '../../scratchFolder';
import { applyVariables, type Variables } from './applyVariables';
import { ReportListener } from './reportListener';

export interface PlaceOptions {
  /** Contents of files, by their path in the folder, which is the home folder, too. */
  readonly files?: Variables;
  readonly env?: Variables;
}

export interface Outcome {
  /** Null after a signal. */
  readonly status: number | null;
  readonly output: string;
}

export const hooksFolder = resolve('media/hooks');

/** A folder, an editor that listens, and the environment that VS Code gives to what it starts there. */
export class StartPlace {
  /** What was asked so far. */
  readonly asks: GateAsk[] = [];
  onAsk: (ask: GateAsk, dialogue: Dialogue) => void = (_, dialogue) =>
    dialogue.answer({ kind: 'run' });

  private constructor(
    readonly folder: string,
    readonly listener: ReportListener,
    readonly env: Variables,
  ) {
    listener.onAsk = (ask, dialogue) => {
      this.asks.push(ask);
      this.onAsk(ask, dialogue);
    };
  }

  static async open({ files = {}, env = {} }: PlaceOptions): Promise<StartPlace> {
    const folder = makeScratchFolder('start');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const listener = await ReportListener.open();
    const environment = { HOME: folder, PATH: process.env['PATH']!, LANG: 'C.UTF-8', ...env };
    const { channelFile } = listener;
    const { platform } = process;
    const variables = hookVariables({ hooksFolder, channelFile, environment, platform });
    return new StartPlace(folder, listener, applyVariables(environment, variables));
  }

  /** Refuses all, and says so in the terminal. */
  refuse(status = 126): void {
    this.onAsk = (_, dialogue) => {
      dialogue.show('<refused>\n');
      dialogue.answer({ kind: 'refuse', status });
    };
  }

  async run(command: string, args: readonly string[], env: Variables = {}): Promise<Outcome> {
    const running = await startProcess(command, args, {
      cwd: this.folder,
      env: { ...this.env, ...env },
    });
    return { status: await running.exited, output: running.output() };
  }

  async close(): Promise<void> {
    this.listener.close();
    await removeScratchFolder(this.folder);
  }
}

export async function inPlace(
  options: PlaceOptions,
  test: (place: StartPlace) => Promise<void>,
): Promise<void> {
  const place = await StartPlace.open(options);
  try {
    await test(place);
  } finally {
    await place.close();
  }
}
