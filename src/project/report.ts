import type { Decision } from '../core/decisions/decide';
import { isAbsolute, relative } from 'node:path';
import type { Origin, Problem } from '../core/environment/setting';
import { redact } from '../core/targets/redact';
import { hostOf, portOf } from '../core/targets/target';
import type { CommandExplanation } from './explainCommand';
import type { AssessedTarget, Missing, Resolution } from './resolution';

export interface ExplanationReport extends ResolutionReport {
  readonly operations: readonly {
    readonly kind: string;
    readonly reach: string;
    readonly subject: string;
    readonly rule: string;
  }[];
  readonly decision: Decision;
  /** The command that is safe in place of this one. */
  readonly fix: string | null;
}

interface OriginReport {
  readonly kind: string;
  readonly name: string;
  readonly file: string | null;
  readonly line: number | null;
}

export interface TargetReport {
  readonly system: string;
  readonly host: string | null;
  readonly port: number | null;
  readonly database: string | null;
  readonly user: string | null;
  readonly stage: string;
  readonly reasons: readonly string[];
  readonly origin: OriginReport;
  readonly overrides: readonly OriginReport[];
  readonly via: string | null;
  /** True for a database that is named for another environment, which a run does not use by default. */
  readonly standby: boolean;
}

interface ProblemReport {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

export interface ResolutionReport {
  readonly targets: readonly TargetReport[];
  readonly missing: readonly Omit<Missing, 'origin'>[];
  readonly problems: readonly ProblemReport[];
  /** Lines of env files that count for nothing. */
  readonly remarks: readonly ProblemReport[];
}

/** A resolution as the command line prints it: paths relative to `cwd`, no value of any setting. */
export function reportResolution(resolution: Resolution, cwd: string): ResolutionReport {
  return {
    targets: resolution.targets.map((assessed) => reportTarget(assessed, cwd)),
    missing: resolution.missing.map(({ name, expected, because, origin: { file, line } }) => ({
      name,
      expected,
      because: `${file === undefined ? '' : `${relativePath(file, cwd)}:${line} `}${because}`,
    })),
    problems: resolution.problems.map((problem) => reportProblem(problem, cwd)),
    remarks: (resolution.remarks ?? []).map((remark) => reportProblem(remark, cwd)),
  };
}

export function reportExplanation(
  { runs, resolution, decision, fix }: CommandExplanation,
  cwd: string,
): ExplanationReport {
  const operations = runs.flatMap((run) => run.operations);
  return {
    ...reportResolution(resolution, cwd),
    operations: operations.map(({ operation: { kind, reach, subject, rule } }) => ({
      kind,
      reach,
      subject: redact(subject),
      rule,
    })),
    decision,
    fix: fix ? redact(fix.command) : null,
  };
}

function reportProblem({ file, line, message }: Problem, cwd: string): ProblemReport {
  return { file: relativePath(file, cwd), line: line ?? null, message };
}

export function reportTarget(
  { target, stage, reasons }: AssessedTarget,
  cwd: string,
): TargetReport {
  return {
    system: target.system,
    host: hostOf(target),
    port: portOf(target),
    database: target.database ?? null,
    user: target.user ?? null,
    stage,
    reasons: reasons.map(({ text }) => text),
    origin: reportOrigin(target.origin, cwd),
    overrides: target.overrides.map((origin) => reportOrigin(origin, cwd)),
    via: target.via ?? null,
    standby: target.standby,
  };
}

function reportOrigin({ kind, name, file, line }: Origin, cwd: string): OriginReport {
  return {
    kind,
    name,
    file: file === undefined ? null : relativePath(file, cwd),
    line: line ?? null,
  };
}

/** A place that is none on disk keeps its name. */
export function relativePath(file: string, cwd: string): string {
  return isAbsolute(file) ? relative(cwd, file) || '.' : file;
}
