import type { Stage } from '../stages/stage';
import type { CodeFinding } from './codeFinding';

export type Severity = 'error' | 'warning' | 'information';

const severities: Readonly<Record<Stage, Severity>> = {
  production: 'error',
  unknown: 'warning',
  staging: 'warning',
  development: 'information',
  test: 'information',
};

/** How loud a finding is where it would reach that stage. One record, and what is known by its name alone, are never loud. */
export function severityOf(
  { reach, confidence }: Pick<CodeFinding, 'reach' | 'confidence'>,
  stage: Stage,
): Severity {
  return reach === 'one' || confidence === 'possible' ? 'information' : severities[stage];
}
