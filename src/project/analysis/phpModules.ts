import { dirname, join } from 'node:path';
import type { ReadText } from '../evaluation/evaluation';

/** `App.Models.User`, by the folders that composer.json names for prefixes of namespaces. */
export function findPhpFiles(
  name: string,
  from: string,
  root: string,
  read: ReadText,
): readonly string[] {
  if (name.startsWith('/')) return [name];
  const path = name.replaceAll('.', '/');
  for (let folder = dirname(from); ; folder = dirname(folder)) {
    const prefixes = prefixesIn(read(join(folder, 'composer.json')));
    const found = prefixes.flatMap(([prefix, own]) =>
      path.startsWith(prefix) ? [join(folder, own, `${path.slice(prefix.length)}.php`)] : [],
    );
    if (found.length > 0 || folder === root || folder === dirname(folder)) return found;
  }
}

/** A class of the same namespace is in the same folder. */
export function findPhpFilesBeside(name: string, from: string): readonly string[] {
  return /^[A-Z]\w*$/.test(name) ? [join(dirname(from), `${name}.php`)] : [];
}

/** What a Laravel project has, where nothing else is said. */
const usual = [['App/', 'app/']] as const;

function prefixesIn(text: string | undefined): readonly (readonly [string, string])[] {
  if (text === undefined) return usual;
  const found = [...text.matchAll(/"([\w\\]+)\\\\"\s*:\s*"([^"]*)"/g)].map(
    ([, prefix = '', folder = '']) => [`${prefix.replaceAll('\\\\', '/')}/`, folder] as const,
  );
  return found.length > 0 ? found : usual;
}
