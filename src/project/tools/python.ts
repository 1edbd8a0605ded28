import { join, resolve } from 'node:path';
import type { Entry } from '../evaluation/entries';
import type { CommandContext, ProgramStart } from './programStart';
import { pythonCommands, type PythonCommand } from './pythonCommands';

/** Options of `python` that take the next word. */
const valued = new Set(['-W', '-X', '--check-hash-based-pycs']);

/** `python x.py`, `python -m x`, `./x.py`, `flask`, `gunicorn x:app`; `undefined` where the command starts no Python. */
export function pythonStart(argv: readonly string[]): ProgramStart | undefined {
  const program = argv[0]?.split('/').at(-1) ?? '';
  if (/^(python[\d.]*|pypy\d*|ipython\d*|bpython)$/.test(program))
    return ofInterpreter(argv.slice(1));
  if (program.endsWith('.py')) return ofScript(argv[0] ?? '', argv.slice(1));
  return ofCommand(program, argv.slice(1));
}

function ofScript(path: string, argv: readonly string[]): ProgramStart {
  const entries = ({ cwd }: CommandContext): Promise<Entry[]> =>
    Promise.resolve([{ entry: resolve(cwd, path), name: '__main__', argv }]);
  return { entries };
}

function ofCommand(program: string, argv: readonly string[]): ProgramStart | undefined {
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

function ofInterpreter(words: readonly string[]): ProgramStart | undefined {
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

function ofModule(name: string, argv: readonly string[]): ProgramStart {
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
