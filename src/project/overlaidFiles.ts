import type { Files } from './files';

/** Files of which some have another text than on disk: an editor's, before it is saved. */
export function overlaidFiles(files: Files, texts: ReadonlyMap<string, string>): Files {
  return {
    read: (path) => {
      const text = texts.get(path);
      return text === undefined ? files.read(path) : Promise.resolve({ kind: 'text', text });
    },
    list: (folder) => files.list(folder),
  };
}
