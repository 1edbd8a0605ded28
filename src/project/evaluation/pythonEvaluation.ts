import { dirname, join, resolve } from 'node:path';
import { PythonInterpreter } from '../../syntax/evaluation/python/interpreter';
import { scalar } from '../../syntax/evaluation/value';
import { pythonLibraries } from '../frameworks/python';
import type { ProgramLanguage } from './evaluation';

export const python: ProgramLanguage = {
  ecosystem: 'python',
  loader: 'python-dotenv',
  grammarOf: () => 'python',
  candidates(name, from, { cwd, root, entry }) {
    if (name.startsWith('/')) return [name];
    const level = /^\.*/.exec(name)?.[0].length ?? 0;
    const path = name.slice(level).replaceAll('.', '/');
    const relative =
      level > 0 ? [resolve(dirname(from), ...Array<string>(level - 1).fill('..'))] : undefined;
    const folders = relative ?? [...new Set([dirname(entry), cwd, root, join(root, 'src')])];
    return folders.flatMap((folder) => [
      join(folder, `${path}.py`),
      join(folder, path, '__init__.py'),
    ]);
  },
  follow(host, source, { name, starts }) {
    const interpreter = new PythonInterpreter(host, pythonLibraries);
    const module = interpreter.module(source, name);
    if (starts) {
      const given = starts.name === undefined ? [] : [scalar(starts.name)];
      interpreter.start(starts.rule, [module, ...given], source.file);
    }
    return { module, modules: [...interpreter.modules.values()] };
  },
};
