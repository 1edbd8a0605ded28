import { posix } from 'node:path';
import type { FileContent, Files, FolderEntry } from '../../../src/project/files';

/** A file's text, or why it cannot be read: `{ unreadable: 'may not be read by this user' }`. */
export type MemoryFile = string | { readonly unreadable: string };

/** Files of an object literal with absolute paths; folders are those that the paths name. */
export function memoryFiles(contents: Readonly<Record<string, MemoryFile>>): Files {
  const contentOf = (path: string): FileContent => {
    const content = contents[posix.normalize(path)];
    if (content === undefined) return { kind: 'missing' };
    if (typeof content === 'string') return { kind: 'text', text: content };
    return { kind: 'unreadable', reason: content.unreadable };
  };
  return {
    read: (path) => Promise.resolve(contentOf(path)),
    list: (folder) => Promise.resolve(entriesOf(Object.keys(contents), posix.normalize(folder))),
  };
}

function entriesOf(paths: readonly string[], folder: string): FolderEntry[] {
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  const entries = paths
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length).split('/'))
    .map(([name = '', ...rest]): [string, FolderEntry] => [
      name,
      { name, kind: rest.length > 0 ? 'folder' : 'file' },
    ]);
  return [...new Map(entries).values()];
}
