import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

export interface RunningProcess {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The exit code, or null after a signal. */
  readonly exited: Promise<number | null>;
  /** What it printed so far, the last 64 KB of it. */
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const graceMs = 5_000;
const groups = new Set<number>();

/** Only processes that were started here are ever ended, each by its process group. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    groups.delete(pid);
  }
}

function killGroups(): void {
  for (const pid of groups) signalGroup(pid, 'SIGKILL');
}

function collectOutput(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-65_536);
    });
  return () => output;
}

async function stopGroup(
  pid: number,
  exited: Promise<unknown>,
  signal: NodeJS.Signals,
): Promise<void> {
  signalGroup(pid, signal);
  const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs);
  await exited;
  clearTimeout(timer);
  // A member may outlive its leader.
  signalGroup(pid, 'SIGKILL');
  groups.delete(pid);
}

/** Starts a process in a group of its own, so that stopping it stops all that it started. */
export async function startProcess(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<RunningProcess> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...options,
  });
  const output = collectOutput(child);
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid!;
  // The last resort, for what a crash or a second Ctrl-C would leave running.
  if (!process.listeners('exit').includes(killGroups)) process.on('exit', killGroups);
  groups.add(pid);
  const stop = (signal: NodeJS.Signals = 'SIGTERM') => stopGroup(pid, exited, signal);
  return { child, pid, exited, output, stop };
}

/** Waits for words in a process's output. Says what it printed when it ends or the time is up first. */
export async function waitForOutput(
  running: RunningProcess,
  words: RegExp,
  timeoutMs: number,
): Promise<RegExpExecArray> {
  const { promise, resolve, reject } = withResolvers<RegExpExecArray>();
  const fail = (why: string): void => reject(new Error(`${why}. It printed:\n${running.output()}`));
  const look = (): void => {
    const match = words.exec(running.output());
    if (match) resolve(match);
  };
  const timer = setTimeout(() => fail(`No ${words} in ${timeoutMs / 1000} s`), timeoutMs);
  for (const stream of [running.child.stdout, running.child.stderr]) stream?.on('data', look);
  void running.exited.then((code) => fail(`The process ended with code ${code}`));
  look();
  return promise.finally(() => clearTimeout(timer));
}

/** Promise.withResolvers, which Node 20 lacks. */
export function withResolvers<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (reason: Error) => void;
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** Runs a command to its end. Its output is shown only when it fails. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { readonly timeoutMs?: number } = {},
): Promise<string> {
  const { timeoutMs = 300_000, ...spawnOptions } = options;
  const running = await startProcess(command, args, spawnOptions);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void running.stop();
  }, timeoutMs);
  const code = await running.exited;
  clearTimeout(timer);
  await running.stop();
  if (code === 0) return running.output();
  const why = isLate ? `took longer than ${timeoutMs / 1000} s` : `ended with code ${code}`;
  throw new Error(`${[command, ...args].join(' ')} ${why}:\n${running.output()}`);
}
