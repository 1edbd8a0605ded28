import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { GateAsk } from '../../../src/shells/gateProtocol';
import type { Dialogue } from '../../../src/terminal/dialogue';
import { hookVariables } from '../../../src/terminal/hookVariables';
import { StandIns } from '../../../src/terminal/standIns';
import { startProcess } from '../../processes';
import { makeScratchFolder, removeScratchFolder } from '../../scratchFolder';
import { applyVariables, type Variables } from './applyVariables';
import { ReportListener } from './reportListener';

export interface PlaceOptions {
  /** Contents of files, by their path in the folder, which is the home folder, too. */
  readonly files?: Variables;
  readonly env?: Variables;
  /** Texts of programs that come first in PATH. */
  readonly programs?: Variables;
  /** What comes behind them there. */
  readonly PATH?: string;
}

export interface RunOptions {
  readonly env?: Variables;
  /** As seen from the folder. */
  readonly cwd?: string;
  readonly input?: string;
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

  readonly listener: ReportListener;
  readonly standIns: StandIns;
  readonly env: Variables;

  private constructor(
    readonly folder: string,
    { listener, standIns, env }: Pick<StartPlace, 'listener' | 'standIns' | 'env'>,
  ) {
    this.listener = listener;
    this.standIns = standIns;
    this.env = env;
    listener.onAsk = (ask, dialogue) => {
      this.asks.push(ask);
      this.onAsk(ask, dialogue);
    };
  }

  static async open(options: PlaceOptions): Promise<StartPlace> {
    const { files = {}, env = {}, programs = {}, PATH: rest = process.env['PATH'] } = options;
    const folder = makeScratchFolder('start');
    const bin = join(folder, 'bin');
    writeAll(folder, files, 0o644);
    writeAll(bin, programs, 0o755);
    const listener = await ReportListener.open();
    const PATH = `${bin}:${rest}`;
    const environment = { HOME: folder, PATH, LANG: 'C.UTF-8', ...env };
    const { channelFile } = listener;
    const { platform } = process;
    const standIns = new StandIns(join(listener.folder, 'standIns'), hooksFolder);
    assert.equal(standIns.install(environment.PATH), undefined);
    const variables = hookVariables({ hooksFolder, channelFile, environment, platform, standIns });
    return new StartPlace(folder, {
      listener,
      standIns,
      env: applyVariables(environment, variables),
    });
  }

  /** Refuses all, and says so in the terminal. */
  refuse(status = 126): void {
    this.onAsk = (_, dialogue) => {
      dialogue.show('<refused>\n');
      dialogue.answer({ kind: 'refuse', status });
    };
  }

  /** Lets all run, with these variables. */
  fix(environment: Variables): void {
    this.onAsk = (_, dialogue) => dialogue.answer({ kind: 'run', environment });
  }

  async run(
    command: string,
    args: readonly string[],
    { env = {}, cwd = '.', input }: RunOptions = {},
  ): Promise<Outcome> {
    const running = await startProcess(command, args, {
      cwd: join(this.folder, cwd),
      env: { ...this.env, ...env },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    running.child.stdin?.end(input);
    return { status: await running.exited, output: running.output() };
  }

  async close(): Promise<void> {
    this.listener.close();
    await removeScratchFolder(this.folder);
  }
}

function writeAll(folder: string, files: Variables, mode: number): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text, { mode });
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
