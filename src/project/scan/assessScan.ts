import type { Problem } from '../../core/environment/setting';
import { assessFindings } from '../analysis/assessFindings';
import type { FileRuns } from '../analysis/fileRuns';
import { withReviews, type LiveFinding } from '../analysis/liveFinding';
import type { Scan } from './scanFiles';
import type { ScannedFile } from './scannedFile';

/** A finding with its place in the workspace. */
export interface PlacedFinding extends LiveFinding {
  /** Absolute. */
  readonly file: string;
}

export interface AssessedScan {
  /** By file and line. */
  readonly findings: readonly PlacedFinding[];
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly bytes: number;
}

/**
 * Each finding of a scan with the database that it would reach, and what a person has said of it.
 * @param readRuns which databases would be reached by whatever runs each of some files
 */
export async function assessScan(
  { files }: Scan,
  readRuns: (files: readonly string[]) => Promise<readonly FileRuns[]>,
): Promise<AssessedScan> {
  const hit = files.filter(({ findings }) => findings.length > 0);
  const runs = await readRuns(hit.map(({ path }) => path));
  return {
    findings: hit.flatMap((scanned, index) => assessFile(scanned, runs[index]!)),
    problems: files.flatMap(problemsOf),
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function assessFile(
  { path, findings, marks }: ScannedFile,
  runs: FileRuns,
): readonly PlacedFinding[] {
  const live = withReviews(assessFindings(findings, runs), marks);
  return live.map((finding) => ({ ...finding, file: path }));
}

function problemsOf({ path, marks, problem }: ScannedFile): readonly Problem[] {
  const empty = marks.filter(({ reason }) => reason === '');
  const message = 'the review does not count, because it gives no reason';
  return [
    ...(problem ? [problem] : []),
    ...empty.map(({ line }) => ({ file: path, line, message })),
  ];
}
