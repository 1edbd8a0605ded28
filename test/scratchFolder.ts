import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
const thoroughly = { recursive: true, force: true, maxRetries: 5 } as const;

function removeAll(): void {
  for (const folder of folders) rmSync(folder, thoroughly);
}

/** A folder of one's own outside the repository. It is gone at the latest when this process ends. */
export function makeScratchFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `safety-catch-${name}-`)));
  if (!process.listeners('exit').includes(removeAll)) process.on('exit', removeAll);
  folders.add(folder);
  return folder;
}

export async function removeScratchFolder(folder: string): Promise<void> {
  await rm(folder, thoroughly);
  folders.delete(folder);
}
