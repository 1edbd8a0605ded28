import type { CodeFinding } from '../../../../src/core/findings/codeFinding';
import { hostOf } from '../../../../src/core/targets/target';
import { assessFindings } from '../../../../src/project/analysis/assessFindings';
import { readFileRuns } from '../../../../src/project/analysis/readFileRuns';
import type { Files } from '../../../../src/project/files';
import { testReader } from '../testReader';

const place = { line: 1, column: 1, endLine: 1, endColumn: 2 };

export function finding(more: Partial<CodeFinding> = {}): CodeFinding {
  const what = { kind: 'delete', reach: 'all', subject: 'every row', rule: 'a-rule' } as const;
  return { ...what, range: place, api: 'SQL', confidence: 'certain', ...more };
}

/** `error db-prod.example.com`: how loud the finding is in that file, and which host it would reach. */
export async function assessIn(
  files: Files,
  root: string,
  file: string,
  found: CodeFinding,
): Promise<string> {
  const request = {
    cwd: root,
    root,
    process: { settings: [] },
    labels: [],
    developmentVariables: [],
    home: '/home/nobody',
  };
  const [runs] = await readFileRuns(testReader(files), request, [file]);
  const [assessed] = assessFindings([found], runs!);
  const { severity, target, verdict } = assessed!;
  return `${severity} ${target ? (hostOf(target) ?? '?') : 'nowhere'} ${verdict.stage}`;
}
