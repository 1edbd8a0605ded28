import type { CodeFinding } from '../../../../src/core/findings/codeFinding';
import { severityOf } from '../../../../src/core/findings/severity';
import type { Stage } from '../../../../src/core/stages/stage';
import type { Target } from '../../../../src/core/targets/target';
import type { LiveFinding } from '../../../../src/project/analysis/liveFinding';

const target: Target = {
  system: 'mongodb',
  endpoints: [{ kind: 'srv', host: 'famigo.example.net' }],
  database: 'famigo',
  origin: { kind: 'file', name: 'MONGODB_URI', file: '/ws/.env', line: 2 },
  overrides: [],
  doubts: [],
  standby: false,
};

/** A finding at the beginning of a line that would hit a database of that stage. */
export function liveFinding(
  line: number,
  stage: Stage,
  more: Partial<CodeFinding> & Pick<LiveFinding, 'reviewed'> = {},
): LiveFinding {
  const { reviewed, ...own } = more;
  const finding: CodeFinding = {
    range: { line, column: 1, endLine: line, endColumn: 9 },
    kind: 'delete',
    reach: 'all',
    subject: 'every document of Family',
    rule: 'a-rule',
    api: 'mongoengine',
    confidence: 'certain',
    ...own,
  };
  return {
    finding,
    target,
    verdict: { stage, reasons: [{ rule: 'a-rule', text: 'Because.' }] },
    severity: severityOf(finding, stage),
    ...(reviewed !== undefined && { reviewed }),
  };
}
