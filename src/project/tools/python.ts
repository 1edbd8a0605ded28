import { join, resolve } from 'node:path';
import type { Entry } from '../evaluation/entries';
import type { Files } from '../files';
import { pythonCommands, type CommandContext, type PythonCommand } from './pythonCommands';

/** Options of `python` that take the next word. */
const valued = new Set(['-W', '-X', '--check-hash-based-pycs']);

/** A Python program as a command line starts it. */
export interface PythonStart {
  /** Where it may start from, most likely first. */
  entries(context: CommandContext): Promise<readonly Entry[]>;
  /** Id of the loader by which the command itself reads env files, and the files that it is told to read. */
  readonly loader?: string;
  readonly envFiles?: readonly string[];
}

/** `python x.py`, `python -m x`, `./x.py`, `flask`, `gunicorn x:app`; `undefined` where the command starts no Python. */
export function pythonStart(argv: readonly string[]): PythonStart | undefined {
  const program = argv[0]?.split('/').at(-1) ?? '';
  if (/^(python[\d.]*|pypy\d*|ipython\d*|bpython)$/.test(program))
    return ofInterpreter(argv.slice(1));
  if (program.endsWith('.py')) return ofScript(argv[0] ?? '', argv.slice(1));
  return ofCommand(program, argv.slice(1));
}

/** The first of the files that is there. */
export async function findEntry(
  files: Files,
  entries: readonly Entry[],
): Promise<Entry | undefined> {
  for (const entry of entries) if ((await files.read(entry.entry)).kind === 'text') return entry;
  return undefined;
}

function ofScript(path: string, argv: readonly string[]): PythonStart {
  const entries = ({ cwd }: CommandContext): Promise<Entry[]> =>
    Promise.resolve([{ entry: resolve(cwd, path), name: '__main__', argv }]);
  return { entries };
}

function ofCommand(program: string, argv: readonly string[]): PythonStart | undefined {
  const command: PythonCommand | undefined = pythonCommands.find(({ names }) =>
    names.includes(program),
  );
  if (!command) return undefined;
  const { loader, envFiles } = command;
  return {
    entries: (context) => command.entries(argv, context),
    ...(loader ? { loader } : {}),
    ...(envFiles ? { envFiles: envFiles(argv) } : {}),
  };
}

function ofInterpreter(words: readonly string[]): PythonStart | undefined {
  for (let at = 0; at < words.length; at++) {
    const [word = '', next = ''] = words.slice(at);
    const rest = words.slice(at + 2);
    if (word === '-m') return ofCommand(next, rest) ?? ofModule(next, rest);
    if (word === '-c') return undefined;
    if (valued.has(word)) at++;
    else if (!word.startsWith('-')) return ofScript(word, words.slice(at + 1));
  }
  return undefined;
}

function ofModule(name: string, argv: readonly string[]): PythonStart {
  const path = name.replaceAll('.', '/');
  const entries = ({ cwd, root }: CommandContext): Promise<Entry[]> =>
    Promise.resolve(
      [cwd, root].flatMap((folder) =>
        [`${path}.py`, join(path, '__main__.py')].map((file) => ({
          entry: join(folder, file),
          name: '__main__',
          argv,
        })),
      ),
    );
  return { entries };
}
