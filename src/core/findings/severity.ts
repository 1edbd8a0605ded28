import type { Stage } from '../stages/stage';
import type { CodeFinding } from './codeFinding';

/** The loudest first. */
export const severities = ['error', 'warning', 'information'] as const;
export type Severity = (typeof severities)[number];

const severityOfStage: Readonly<Record<Stage, Severity>> = {
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
  return reach === 'one' || confidence === 'possible' ? 'information' : severityOfStage[stage];
}

export function isAtLeast(severity: Severity, level: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(level);
}
