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
  const path = `${name.replaceAll('.', '/')}.php`;
  const folders = [dirname(from)];
  while (folders[0] !== root && folders[0] !== dirname(folders[0]!))
    folders.unshift(dirname(folders[0]!));
  const told = folders.reverse().flatMap((folder) =>
    prefixesIn(read(join(folder, 'composer.json'))).map(([prefix, own]) => ({
      prefix,
      own: join(folder, own),
    })),
  );
  return [...told, { prefix: 'App/', own: join(root, 'app') }].flatMap(({ prefix, own }) =>
    path.startsWith(prefix) ? [join(own, path.slice(prefix.length))] : [],
  );
}

/** A class of the same namespace is in the same folder. */
export function findPhpFilesBeside(name: string, from: string): readonly string[] {
  return /^[A-Z]\w*$/.test(name) ? [join(dirname(from), `${name}.php`)] : [];
}

function prefixesIn(text = ''): readonly (readonly [string, string])[] {
  return [...text.matchAll(/"([\w\\]+)\\\\"\s*:\s*"([^"]*)"/g)].map(
    ([, prefix = '', folder = '']) => [`${prefix.replaceAll('\\\\', '/')}/`, folder] as const,
  );
}
