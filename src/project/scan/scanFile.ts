import type { CodeFinding } from '../../core/findings/codeFinding';
import { readReviewMarks } from '../../core/findings/reviewMarks';
import type { Files } from '../files';
import { unscanned, type ScannedFile } from './scannedFile';

/** Finds what the code of a file does to data. */
export interface FileAnalyser {
  /** In the order of the file. */
  analyse(path: string): Promise<readonly CodeFinding[]>;
}

export async function scanFile(
  files: Files,
  analyser: FileAnalyser,
  path: string,
): Promise<ScannedFile> {
  const content = await files.read(path);
  if (content.kind === 'missing') return unscanned(path, 'is not there any more');
  if (content.kind === 'unreadable') return unscanned(path, content.reason);
  const { text } = content;
  const read = { path, bytes: Buffer.byteLength(text), marks: readReviewMarks(text) };
  try {
    return { ...read, findings: await analyser.analyse(path) };
  } catch (error) {
    // One file that cannot be followed must not hide what is in all the others.
    const message = `could not be analysed (${error instanceof Error ? error.name : 'unknown error'})`;
    return { ...read, findings: [], problem: { file: path, message } };
  }
}
