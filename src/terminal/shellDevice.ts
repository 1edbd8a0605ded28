import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  writeSync,
} from 'node:fs';
import { isatty } from 'node:tty';

/** `busy` is a terminal whose output is held (Ctrl+S), `gone` one that the shell has no more. */
export type WriteOutcome = 'written' | 'busy' | 'gone';

/** The terminal device of one shell. It stays with that shell: a later process of the same id is not written to. */
export class ShellDevice {
  readonly #found: Found | undefined;

  constructor(private readonly processId: number) {
    this.#found = find(processId);
  }

  /** Never waits. */
  write(text: string): WriteOutcome {
    const now = find(this.processId);
    if (!now || now.path !== this.#found?.path || now.started !== this.#found.started)
      return 'gone';
    return writeTo(now.path, text);
  }
}

interface Found {
  readonly path: string;
  /** When the process started, in whatever words the system has for it. */
  readonly started: string;
}

function find(processId: number): Found | undefined {
  try {
    return process.platform === 'linux' ? findByProc(processId) : findByPs(processId);
  } catch {
    // The shell has ended, or belongs to another user by now.
    return undefined;
  }
}

function findByProc(processId: number): Found | undefined {
  const path = readlinkSync(`/proc/${processId}/fd/0`);
  // The name in parentheses may hold anything; the 22nd field is the 20th behind it.
  const started = readFileSync(`/proc/${processId}/stat`, 'utf8')
    .split(') ')
    .at(-1)!
    .split(' ')[19];
  return path.startsWith('/dev/') && started ? { path, started } : undefined;
}

function findByPs(processId: number): Found | undefined {
  const options = { encoding: 'utf8', timeout: 1000 } as const;
  const output = execFileSync('ps', ['-o', 'tty=,lstart=', '-p', `${processId}`], options);
  const match = /^\s*(ttys\d+)\s+(.+)$/m.exec(output);
  return match ? { path: `/dev/${match[1]!}`, started: match[2]! } : undefined;
}

function writeTo(path: string, text: string): WriteOutcome {
  let device: number | undefined;
  try {
    device = openSync(path, constants.O_WRONLY | constants.O_NOCTTY | constants.O_NONBLOCK);
    const stats = fstatSync(device);
    if (!stats.isCharacterDevice() || stats.uid !== process.getuid?.() || !isatty(device))
      return 'gone';
    writeSync(device, text);
    return 'written';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? 'busy' : 'gone';
  } finally {
    if (device !== undefined) closeSync(device);
  }
}
