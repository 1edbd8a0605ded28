import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A home folder of the demo's own: a person's start-up files could put another Python first, and history
 * stays as it is. VS Code's server asks a login shell for its variables, hence files rather than PATH.
 */
export function writeHome(home: string, bin: string | undefined): void {
  const posix = bin ? `export PATH='${bin}':"$PATH"\n` : '';
  const fish = bin ? `set -gx PATH '${bin}' $PATH\n` : '';
  const files = { '.bashrc': posix, '.zshrc': posix, '.config/fish/config.fish': fish };
  for (const [name, text] of Object.entries(files)) {
    const file = join(home, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
