import type { FileContent, Files, FolderEntry } from '../files';

/** Files of which some are read before they are needed: side by side, and once for all who ask. */
export class FilesAhead implements Files {
  #ahead: ReadonlyMap<string, Promise<FileContent>> = new Map();

  constructor(private readonly files: Files) {}

  /** Those that were read ahead before are forgotten. */
  readAhead(paths: readonly string[]): void {
    this.#ahead = new Map(paths.map((path) => [path, this.files.read(path)]));
  }

  read(path: string): Promise<FileContent> {
    return this.#ahead.get(path) ?? this.files.read(path);
  }

  list(folder: string): Promise<readonly FolderEntry[]> {
    return this.files.list(folder);
  }
}
