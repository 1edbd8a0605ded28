import { join, resolve } from 'node:path';
import type { Entry } from '../evaluation/entries';
import type { Files } from '../files';

/** Options of `python` that take the next word. */
const valued = new Set(['-W', '-X', '--check-hash-based-pycs']);

/** The Python file that a command starts from, if it is one: `python x.py`, `python -m x`, `./x.py`, `flask`, `gunicorn x:app`. */
export async function findPythonEntry(
  files: Files,
  argv: readonly string[],
  cwd: string,
  root: string,
): Promise<Entry | undefined> {
  const program = argv[0]?.split('/').at(-1) ?? '';
  const candidates = candidatesOf(program, argv, cwd, root);
  for (const entry of candidates) if ((await files.read(entry.entry)).kind === 'text') return entry;
  return undefined;
}

function candidatesOf(
  program: string,
  argv: readonly string[],
  cwd: string,
  root: string,
): Entry[] {
  if (/^(python[\d.]*|pypy\d*|ipython\d*|bpython)$/.test(program))
    return ofInterpreter(argv.slice(1), cwd, root);
  if (program.endsWith('.py')) return [{ entry: resolve(cwd, argv[0] ?? ''), name: '__main__' }];
  if (program === 'flask') return ofFlask(argv, cwd, root);
  if (/^(gunicorn|uvicorn|hypercorn|daphne|waitress-serve|celery|rq)$/.test(program))
    return ofApplication(argv, cwd, root);
  return [];
}

function ofInterpreter(words: readonly string[], cwd: string, root: string): Entry[] {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-m')
      return modulePaths(words[at + 1] ?? '', cwd, root).map((entry) => ({
        entry,
        name: '__main__',
      }));
    if (word === '-c') return [];
    if (valued.has(word)) at++;
    else if (!word.startsWith('-')) return [{ entry: resolve(cwd, word), name: '__main__' }];
  }
  return [];
}

function ofFlask(argv: readonly string[], cwd: string, root: string): Entry[] {
  const at = argv.findIndex((word) => word === '--app' || word === '-A');
  const names = at > 0 ? [argv[at + 1] ?? ''] : ['wsgi', 'app'];
  return names.flatMap((name) => imported(name.split(':')[0] ?? '', cwd, root));
}

function ofApplication(argv: readonly string[], cwd: string, root: string): Entry[] {
  const name = argv.slice(1).find((word) => /^[\w.]+(:[\w.()]+)?$/.test(word)) ?? '';
  const at = argv.findIndex((word) => word === '-A' || word === '--app');
  return imported((at > 0 ? (argv[at + 1] ?? '') : name).split(':')[0] ?? '', cwd, root);
}

function imported(name: string, cwd: string, root: string): Entry[] {
  if (name === '') return [];
  return modulePaths(name.replace(/\.py$/, ''), cwd, root).map((entry) => ({ entry, name }));
}

function modulePaths(name: string, cwd: string, root: string): string[] {
  const path = name.replaceAll('.', '/');
  return [cwd, root].flatMap((folder) => [
    `${join(folder, path)}.py`,
    join(folder, path, '__main__.py'),
    join(folder, path, '__init__.py'),
  ]);
}
