import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Makes a folder of links to all programs there are but bash. */
export function linkWithoutBash(folder: string): void {
  for (const from of (process.env['PATH'] ?? '').split(delimiter).filter(existsSync))
    for (const name of readdirSync(from))
      if (!/^r?bash/.test(name) && !existsSync(join(folder, name)))
        symlinkSync(join(from, name), join(folder, name));
}
