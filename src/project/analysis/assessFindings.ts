import type { CodeFinding } from '../../core/findings/codeFinding';
import { severityOf, type Severity } from '../../core/findings/severity';
import type { Reason, Verdict } from '../../core/stages/stage';
import type { Target } from '../../core/targets/target';
import type { FileRuns } from './fileRuns';
import { pickTarget, type PickedTarget } from './pickTarget';

/** A finding with the database that it would hit. */
export interface AssessedFinding {
  readonly finding: CodeFinding;
  /** `undefined` where nothing says which database it would be. */
  readonly target: Target | undefined;
  readonly verdict: Verdict;
  readonly severity: Severity;
}

export function assessFindings(
  findings: readonly CodeFinding[],
  runs: FileRuns,
): readonly AssessedFinding[] {
  return findings.map((finding) => {
    const picked = pickTarget(finding, runs);
    const verdict = verdictOf(picked, finding);
    const target = picked.kind === 'target' ? picked.target.target : undefined;
    return { finding, target, verdict, severity: severityOf(finding, verdict.stage) };
  });
}

function verdictOf(picked: PickedTarget, finding: CodeFinding): Verdict {
  switch (picked.kind) {
    case 'target': {
      const { target, boundBy } = picked;
      const bound = boundBy ? [boundReason(finding, boundBy)] : [];
      return { stage: target.stage, reasons: [...target.reasons, ...bound] };
    }
    case 'unresolved':
      return unknownVerdict('It is not known where the connection leads.', picked.boundBy);
    case 'none':
      return unknownVerdict('Nothing says which database this would reach.');
  }
}

function unknownVerdict(text: string, origin?: Reason['origin']): Verdict {
  return {
    stage: 'unknown',
    reasons: [{ rule: 'unknown-target', text, ...(origin ? { origin } : {}) }],
  };
}

function boundReason({ binding }: CodeFinding, origin: Reason['origin']): Reason {
  const text =
    binding?.kind === 'model'
      ? `The model ${binding.name} is bound to the connection that is made here.`
      : 'The client is the one that is made here.';
  return { rule: 'bound-connection', text, ...(origin ? { origin } : {}) };
}
