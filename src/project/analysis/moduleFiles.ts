import { dirname, join, resolve } from 'node:path';
import type { LanguageId } from '../../syntax/languages';
import type { ReadText } from '../evaluation/evaluation';
import { findModuleFiles } from '../evaluation/javascriptModules';
import { findJavaFiles, findJavaFilesBeside } from './javaModules';
import { findPhpFiles, findPhpFilesBeside } from './phpModules';
import { findConstantFiles, findRubyFiles } from './rubyModules';

type FindFiles = (name: string, from: string, root: string, read: ReadText) => readonly string[];

/** Where the files of one language look for what they name, most likely first. */
interface Finders {
  readonly modules: FindFiles;
  /** For names that nothing brings into the file. */
  readonly beside?: FindFiles;
}

const finders: Readonly<Partial<Record<LanguageId, Finders>>> = {
  python: { modules: findPythonFiles },
  javascript: { modules: findModuleFiles },
  typescript: { modules: findModuleFiles },
  tsx: { modules: findModuleFiles },
  ruby: { modules: findRubyFiles, beside: findConstantFiles },
  java: { modules: findJavaFiles, beside: findJavaFilesBeside },
  php: { modules: findPhpFiles, beside: findPhpFilesBeside },
};

export function moduleFiles(
  language: LanguageId,
  ...[name, from, root, read]: Parameters<FindFiles>
): readonly string[] {
  return finders[language]?.modules(name, from, root, read) ?? [];
}

export function filesBeside(
  language: LanguageId,
  ...[name, from, root, read]: Parameters<FindFiles>
): readonly string[] {
  return finders[language]?.beside?.(name, from, root, read) ?? [];
}

/** Programs start in any folder above a file: what is imported is looked for in all of them. */
function findPythonFiles(name: string, from: string, root: string): readonly string[] {
  // What was found before is named by its file, and a module within it behind that.
  const [, own, inner] = /^(\/.*?\.py)(?:\.(.+))?$/.exec(name) ?? [];
  if (own !== undefined)
    return inner === undefined ? [own] : findPythonFiles(`.${inner}`, own, root);
  const level = /^\.*/.exec(name)?.[0].length ?? 0;
  const path = name.slice(level).replaceAll('.', '/');
  const folders =
    level > 0
      ? [resolve(dirname(from), ...Array<string>(level - 1).fill('..'))]
      : [...foldersUpTo(dirname(from), root), join(root, 'src')];
  return folders.flatMap((folder) =>
    path === ''
      ? [join(folder, '__init__.py')]
      : [join(folder, `${path}.py`), join(folder, path, '__init__.py')],
  );
}

function foldersUpTo(folder: string, root: string): readonly string[] {
  const folders = [folder];
  while (folder !== root && folder !== dirname(folder)) folders.push((folder = dirname(folder)));
  return folders;
}
