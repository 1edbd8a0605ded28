import type { Problem } from '../../core/environment/setting';
import type { CodeFinding } from '../../core/findings/codeFinding';
import type { ReviewMark } from '../../core/findings/reviewMarks';

/** What a scan tells of one file. Can be handed from thread to thread. */
export interface ScannedFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  /** In the order of the file. */
  readonly findings: readonly CodeFinding[];
  readonly marks: readonly ReviewMark[];
  /** Why there may be more than is told. */
  readonly problem?: Problem;
}

/** A file of which nothing but this is known. */
export function unscanned(path: string, message: string): ScannedFile {
  return { path, bytes: 0, findings: [], marks: [], problem: { file: path, message } };
}
