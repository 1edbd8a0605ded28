import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where shells find the editors of this user. Both places are emptied at the latest when the machine starts again. */
export function runtimeFolderOfUser(): string {
  const { XDG_RUNTIME_DIR: folder } = process.env;
  return folder && existsSync(folder)
    ? join(folder, 'safety-catch')
    : join(tmpdir(), `safety-catch-${process.getuid?.() ?? 0}`);
}

/** Makes sure that a folder is this user's alone. Answers why not, where it cannot be. */
export function openRuntimeFolder(path: string): string | undefined {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const stats = lstatSync(path);
    if (!stats.isDirectory()) return `${path} is not a folder`;
    if (stats.uid !== process.getuid?.()) return `${path} belongs to another user`;
    if (stats.mode & 0o077) chmodSync(path, 0o700);
    return undefined;
  } catch (error) {
    return `${path} cannot be used (${(error as NodeJS.ErrnoException).code})`;
  }
}

export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The files of editors that ended without cleaning up. The first line of each file ends with its editor's process id. */
export function findAbandonedFiles(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((file) => {
      const processId = Number(readText(file).split('\n')[0]!.split(' ').at(-1));
      return !(processId > 0 && isRunning(processId));
    });
}

/** Renamed into place: no shell reads half a line, and nobody else's file or link is written through. */
export function writePrivately(file: string, text: string, mode = 0o600): void {
  const draft = `${file}.${process.pid}`;
  rmSync(draft, { force: true });
  writeFileSync(draft, text, { mode, flag: 'wx' });
  renameSync(draft, file);
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

export function removeFile(file: string): void {
  rmSync(file, { force: true });
}
