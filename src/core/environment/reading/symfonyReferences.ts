import type { Lookup } from '../dialect';
import type { Reading } from './reading';

const reference = /(?<!\\)(\\*)\$(?!\()(\{)?(_?[A-Z][A-Z0-9_]*)?(:[-=][^}]*)?(\})?/gi;

/** `$NAME`, `${NAME}`, `${NAME:-word}` and `${NAME:=word}`, whose word may hold no quote and no reference. */
export function expandSymfonyReferences(
  value: string,
  reading: Reading,
  lookup: Lookup,
): { readonly text: string } | { readonly failure: string } {
  let failure: string | undefined;
  const text = value
    .replaceAll('\\$(', '$(')
    .replace(reference, (all, slashes: string, open, name?: string, word = '', close = '') => {
      if (slashes.length % 2 === 1) return all.slice(1);
      if (name === undefined) return all;
      if (open && !close) failure = 'A brace in this file is never closed.';
      let target = reading.shellFirst(name, lookup) ?? '';
      if (target === '' && word !== '') {
        if (/['"{$]/.test(word)) failure = 'symfony/dotenv refuses such a default.';
        target = word.slice(2);
        if (word[1] === '=') reading.values.set(name, target);
      }
      return slashes + target + (open ? '' : close);
    });
  return failure === undefined ? { text } : { failure };
}
