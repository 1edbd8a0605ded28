import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { withLock } from '../lock';
import { runCommand } from '../processes';
import { withProgress } from '../progress';

export type Python =
  | {
      readonly kind: 'ready';
      /** The interpreter, with every requirement installed. */
      readonly python: string;
      /** Put first on PATH, so that `python` and `flask` are found as in an activated terminal. */
      readonly bin: string;
    }
  | { readonly kind: 'missing'; readonly reason: string };

const prepared = new Map<string, Promise<Python>>();

/**
 * The virtual environment for a file of pinned requirements. It is made once per content of that file, and kept.
 * Without a Python there is a reason instead, for `skip`.
 */
export function preparePython(
  requirements = resolve(__dirname, 'requirements.txt'),
): Promise<Python> {
  const python = prepared.get(requirements) ?? findOrMake(requirements);
  prepared.set(requirements, python);
  return python;
}

async function findOrMake(requirements: string): Promise<Python> {
  const base = ['python3', 'python'].find(isFit);
  if (base === undefined)
    return { kind: 'missing', reason: 'no Python 3.10 or later with venv is on the PATH' };
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = resolve(__dirname, '../../.cache/python', hash);
  mkdirSync(dirname(folder), { recursive: true });
  return withLock(`${folder}.lock`, () => makeOnce(base, folder, requirements));
}

function isFit(command: string): boolean {
  const check = 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))';
  return spawnSync(command, ['-c', check]).status === 0;
}

/** In its last place from the start: an environment that is moved loses its commands. */
async function makeOnce(base: string, folder: string, requirements: string): Promise<Python> {
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  const python = join(bin, process.platform === 'win32' ? 'python.exe' : 'python');
  const stamp = join(folder, 'complete');
  if (existsSync(stamp)) return { kind: 'ready', python, bin };
  rmSync(folder, { recursive: true, force: true });
  try {
    await withProgress('Making the Python environment (once)', async () => {
      await runCommand(base, ['-m', 'venv', folder]);
      await runCommand(python, ['-m', 'pip', 'install', ...pipOptions, '-r', requirements]);
    });
  } catch (error) {
    return { kind: 'missing', reason: `no Python environment could be made: ${String(error)}` };
  }
  writeFileSync(stamp, '');
  return { kind: 'ready', python, bin };
}

const pipOptions = ['--quiet', '--disable-pip-version-check', '--no-input', '--only-binary=:all:'];
