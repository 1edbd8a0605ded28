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

interface EntryKind {
  /** Files that a program may start from, or import first. */
  readonly matches: RegExp;
  /** Files whose name says that they hold no program of the project. */
  readonly isPassedOver: RegExp;
  /** The name that a file is followed under. */
  readonly nameOf: (file: string) => string;
}

const kinds: readonly EntryKind[] = [
  {
    matches: /\.py$/,
    isPassedOver: /^(setup|conftest|test_.*|.*_test|noxfile|tasks|fabfile)\.py$/,
    // This one is only ever started, never imported.
    nameOf: (file) => (file === 'manage.py' ? '__main__' : file.slice(0, -3)),
  },
  {
    matches:
      /^(index|main|app|server|db|database|connection|client|mongo|mongoose|pool|data-source|orm|prisma|seed)\.[cm]?[jt]s$/,
    isPassedOver: /\.d\.[cm]?ts$/,
    nameOf: () => 'main',
  },
];

/** Where a project keeps its programs, beside its own folder. */
const folders = ['', 'src', 'lib', 'server', 'src/db', 'src/lib', 'src/config', 'db'];

/** The files of a project that its programs are likely to import or start; each is followed as if it were imported. */
export async function findEntries(files: Files, cwd: string): Promise<readonly Entry[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await files.list(join(cwd, folder));
      return entries.flatMap(({ name, kind }) => {
        const own = kind === 'file' ? kinds.find(({ matches }) => matches.test(name)) : undefined;
        const isPython = folder !== '' && name.endsWith('.py');
        if (!own || own.isPassedOver.test(name) || isPython) return [];
        return [{ entry: join(cwd, folder, name), name: own.nameOf(name) }];
      });
    }),
  );
  return found.flat().slice(0, mostEntries);
}
