import { join } from 'node:path';
import type { Files } from '../files';

/** A file that a program may start from. */
export interface Entry {
  /** Absolute. */
  readonly entry: string;
  /** The name it is imported by, or `__main__`. */
  readonly name: string;
  /** The words after the program's own name. */
  readonly argv?: readonly string[];
  /** What the command does with the module once it is loaded. */
  readonly starts?: Start;
}

/** A function of a library that is called with the module, and a name in it that the command was given. */
export interface Start {
  readonly rule: string;
  readonly name?: string;
}

const mostEntries = 24;

/** Files whose name says that they hold no program of the project. */
const passedOver = /^(setup|conftest|test_.*|.*_test|noxfile|tasks|fabfile)\.py$/;

/** Files that are only ever started, never imported. */
function importedName(name: string): string {
  return name === 'manage.py' ? '__main__' : name.slice(0, -3);
}

/** The files of a folder that its programs are likely to import or start; each is followed as if it were imported. */
export async function findEntries(files: Files, cwd: string): Promise<readonly Entry[]> {
  const entries = await files.list(cwd);
  return entries
    .filter(({ name, kind }) => kind === 'file' && name.endsWith('.py') && !passedOver.test(name))
    .slice(0, mostEntries)
    .map(({ name }) => ({ entry: join(cwd, name), name: importedName(name) }));
}
