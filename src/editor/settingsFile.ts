import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import {
  paintSettings,
  unpaintSettings,
  type Painted,
  type PaintUndo,
} from '../project/paintedSettings';

/** Where the colours of a window may be set without touching a person's own settings. */
export interface SettingsPlace {
  readonly file: string;
  /** The colours' place in the file. */
  readonly path: readonly string[];
}

/** What was painted, kept until it is put back: a window may end without a word. */
export interface PaintRecord extends SettingsPlace {
  readonly undo: PaintUndo;
  readonly isFileNew: boolean;
  readonly isFolderNew: boolean;
}

/** What painting would do; nothing is written yet. */
export function planPaint({
  file,
  path,
}: SettingsPlace): { readonly record: PaintRecord; readonly text: string } | undefined {
  const painted: Painted | undefined = paintSettings(read(file), [...path]);
  return (
    painted && {
      text: painted.text,
      record: {
        ...{ file, path, undo: painted.undo },
        isFileNew: !existsSync(file),
        isFolderNew: !existsSync(dirname(file)),
      },
    }
  );
}

export function writeSettings(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * Puts a file back to what it was, and removes it where it was not there. Returns false where that has to wait. At once,
 * because a window that closes waits for nothing.
 */
export function unpaintFile(
  { file, path }: SettingsPlace,
  record: PaintRecord | undefined,
): boolean {
  const before = read(file);
  const text = unpaintSettings(before, [...path], record?.undo);
  if (text === undefined) return false;
  if (text === before) return true;
  if (record?.isFileNew && /^\s*(\{\s*\})?\s*$/.test(text)) {
    rmSync(file, { force: true });
    removeEmptyFolder(record);
  } else writeFileSync(file, text);
  return true;
}

function removeEmptyFolder({ file, isFolderNew }: PaintRecord): void {
  const folder = dirname(file);
  if (isFolderNew && existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

function read(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
