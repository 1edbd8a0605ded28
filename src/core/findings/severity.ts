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

/** The part of a migration that takes it back: nobody comes there but by a command that says so, which is asked about. */
const backwards = /(?:^|\.)(?:down|downgrade)$/;

/**
 * How loud a finding is where it would reach that stage. One record, what is known by its name alone, and the way back of
 * a migration are never loud.
 */
export function severityOf(
  { reach, confidence, owner }: Pick<CodeFinding, 'reach' | 'confidence' | 'owner'>,
  stage: Stage,
): Severity {
  const isQuiet = reach === 'one' || confidence === 'possible' || backwards.test(owner ?? '');
  return isQuiet ? 'information' : severityOfStage[stage];
}

export function isAtLeast(severity: Severity, level: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(level);
}
