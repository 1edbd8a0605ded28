import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileContent, Files, FolderEntry } from './files';

/** Configuration is small. What is larger than this is not read: it would stall every program that loads it, too. */
const largestFile = 1024 * 1024;

export const diskFiles: Files = {
  async read(path) {
    try {
      // Without O_NONBLOCK, opening a pipe that is named like an env file waits for a writer for ever.
      const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
      try {
        return await readHandle(handle);
      } finally {
        await handle.close();
      }
    } catch (error) {
      return contentOfError(error);
    }
  },

  async list(folder) {
    try {
      const entries = await readdir(folder, { withFileTypes: true });
      const known = await Promise.all(
        entries.map(async (entry): Promise<FolderEntry | undefined> => {
          if (entry.isDirectory()) return { name: entry.name, kind: 'folder' };
          if (entry.isFile()) return { name: entry.name, kind: 'file' };
          if (entry.isSymbolicLink() && (await isFile(join(folder, entry.name))))
            return { name: entry.name, kind: 'file' };
          return undefined;
        }),
      );
      return known.filter((entry) => entry !== undefined);
    } catch {
      return [];
    }
  },
};

async function readHandle(handle: Awaited<ReturnType<typeof open>>): Promise<FileContent> {
  const status = await handle.stat();
  if (status.isDirectory()) return { kind: 'missing' };
  if (!status.isFile()) return { kind: 'unreadable', reason: 'is not a regular file' };
  if (status.size > largestFile) {
    const size = (status.size / 1024 / 1024).toFixed(1);
    return { kind: 'unreadable', reason: `is ${size} MB, larger than the 1 MB Safety Catch reads` };
  }
  const bytes = await handle.readFile();
  if (bytes.includes(0)) return { kind: 'unreadable', reason: 'holds binary data' };
  try {
    return {
      kind: 'text',
      text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
    };
  } catch {
    return { kind: 'unreadable', reason: 'is not valid UTF-8' };
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function contentOfError(error: unknown): FileContent {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', reason: 'may not be read by this user' };
    case 'ELOOP':
      return { kind: 'unreadable', reason: 'is a link that leads to itself' };
    default:
      return { kind: 'unreadable', reason: `cannot be read (${code})` };
  }
}
