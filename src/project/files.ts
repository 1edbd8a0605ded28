export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** There, but not to be used: too large, binary, no permission… `reason` ends a sentence that starts with the file. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/**
 * A folder as a program would find it. Disk answers for the command line; unsaved editor buffers come first in the
 * extension. Paths are absolute. Nothing here throws.
 */
export interface Files {
  read(path: string): Promise<FileContent>;
  /** Links are followed for files, never for folders, so a walk always ends. An unreadable folder is empty. */
  list(folder: string): Promise<readonly FolderEntry[]>;
}

/** A place of which no file can be read from here. */
export const noFiles: Files = {
  read: () => Promise.resolve({ kind: 'missing' }),
  list: () => Promise.resolve([]),
};
