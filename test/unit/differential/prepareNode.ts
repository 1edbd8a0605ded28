import { createHash } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cacheOnce } from '../../cacheOnce';
import { runCommand } from '../../processes';

const files = ['package.json', 'package-lock.json'];
const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund'];

/** The installed modules of a folder of `packages`, once per content of its lock file. */
export async function prepareNode(name: string): Promise<string> {
  const from = resolve(__dirname, 'packages', name);
  const lock = readFileSync(join(from, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const what = `Installing the frameworks of ${name}`;
  const folder = await cacheOnce(`node/${name}-${hash}`, what, async (unfinished) => {
    for (const file of files) cpSync(join(from, file), join(unfinished, file));
    await runCommand('npm', ['ci', ...npmFlags], { cwd: unfinished });
  });
  return join(folder, 'node_modules');
}
