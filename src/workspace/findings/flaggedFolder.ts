import { assessFindings } from '../../project/analysis/assessFindings';
import type { FileRuns } from '../../project/analysis/fileRuns';
import type { RunsRequest } from '../../project/analysis/readFileRuns';
import type { Resolver } from '../../project/resolver/resolver';
import type { ScannedFile } from '../../project/scan/scannedFile';
import { withReviews, type LiveFinding } from '../../project/analysis/liveFinding';

export interface FlaggedFile {
  /** Absolute path. */
  readonly file: string;
  readonly findings: readonly LiveFinding[];
}

/** What was found in the files of one folder, with what each of them would reach. */
export class FlaggedFolder {
  readonly #flagged: readonly ScannedFile[];
  #runs: readonly FileRuns[] = [];
  /** How many files were looked through. */
  readonly seen: number;

  constructor(scanned: readonly ScannedFile[]) {
    this.seen = scanned.length;
    this.#flagged = scanned.filter(({ findings }) => findings.length > 0);
  }

  get files(): readonly FlaggedFile[] {
    return this.#flagged.flatMap(({ path, findings, marks }, index) => {
      const runs = this.#runs[index];
      return runs
        ? [{ file: path, findings: withReviews(assessFindings(findings, runs), marks) }]
        : [];
    });
  }

  /** Asks again what the files would reach. */
  async follow(resolver: Resolver, request: RunsRequest): Promise<void> {
    const paths = this.#flagged.map(({ path }) => path);
    this.#runs = await resolver.fileRuns(request, paths);
  }
}
