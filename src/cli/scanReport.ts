import { relativePath, reportTarget, type TargetReport } from '../project/report';
import { findingMessage } from '../project/analysis/findingMessage';
import type { AssessedScan, PlacedFinding } from '../project/scan/assessScan';

export interface FindingReport {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly kind: string;
  readonly reach: string;
  readonly api: string;
  readonly confidence: string;
  readonly severity: string;
  readonly stage: string;
  readonly target: TargetReport | null;
  readonly message: string;
}

export interface ScanReport {
  readonly findings: readonly FindingReport[];
  readonly files: number;
  readonly bytes: number;
}

/** The answer of `scan --json`. What a person has reviewed is not among the findings. */
export function reportScan({ findings, files, bytes }: AssessedScan, cwd: string): ScanReport {
  const open = findings.filter(({ reviewed }) => reviewed === undefined);
  return { findings: open.map((placed) => reportFinding(placed, cwd)), files, bytes };
}

function reportFinding(placed: PlacedFinding, cwd: string): FindingReport {
  const { file, finding, target, verdict, severity } = placed;
  const { rule, kind, reach, api, confidence } = finding;
  return {
    file: relativePath(file, cwd),
    ...finding.range,
    rule,
    kind,
    reach,
    api,
    confidence,
    severity,
    stage: verdict.stage,
    target: target ? reportTarget({ target, ...verdict }, cwd) : null,
    message: findingMessage(placed),
  };
}
