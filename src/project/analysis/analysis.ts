import type { CodeFinding } from '../../core/findings/codeFinding';

export interface AnalysisQuestion {
  readonly path: string;
  /** The folder within which code is followed from file to file. */
  readonly root: string;
  /** What the editor shows, whatever is on disk. */
  readonly text: string;
}

/** Reads files for what their code does to data. Questions and answers are plain data, so that a thread can answer. */
export interface Analysis {
  findIn(question: AnalysisQuestion): Promise<readonly CodeFinding[]>;
  /** Whether there is something in the file, as it was last asked about, that its language cannot have. */
  isBroken(path: string): Promise<boolean>;
  /** An editor has let go of the file: what is on disk counts again. */
  close(path: string): Promise<void>;
  /** Every file of a folder that may have findings, without what git ignores. @param exclude as the setting `files.exclude` */
  sourcesIn(root: string, exclude: Readonly<Record<string, unknown>>): Promise<readonly string[]>;
  /** Files may have changed on disk. */
  forget(): Promise<void>;
}
