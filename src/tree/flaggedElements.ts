import { effectWords } from '../core/findings/findingWords';
import { stagesBySeverity, type Stage } from '../core/stages/stage';
import { shortTargetName } from '../core/targets/targetWords';
import type { FindingPlace } from '../manifest';
import type { LiveFinding } from '../project/analysis/liveFinding';
import type { FlaggedFile } from '../workspace/findings/flaggedFolder';

/** Lines by what they would hit; what a person has reviewed stands apart. */
export type FlaggedGroup = Stage | 'reviewed';

export interface GroupElement {
  readonly kind: 'group';
  readonly group: FlaggedGroup;
  readonly files: readonly FileElement[];
  readonly lines: number;
}

export interface FileElement {
  readonly kind: 'file';
  readonly group: FlaggedGroup;
  /** Absolute path. */
  readonly file: string;
  readonly findings: readonly FindingElement[];
}

/** Is what commands take as the place of a finding. */
export interface FindingElement extends FindingPlace {
  readonly kind: 'finding';
  readonly group: FlaggedGroup;
  readonly label: string;
  /** Where it would hit, or why that is as it should be. */
  readonly description: string;
  readonly isQuiet: boolean;
}

export type FlaggedElement = GroupElement | FileElement | FindingElement;

const groups: readonly FlaggedGroup[] = [...stagesBySeverity, 'reviewed'];

/** What needs most care first. */
export function flaggedElements(files: readonly FlaggedFile[]): readonly GroupElement[] {
  return groups.flatMap((group) => {
    const own = files.flatMap((flagged) => fileElement(group, flagged));
    const lines = own.reduce((sum, { findings }) => sum + findings.length, 0);
    return lines > 0 ? [{ kind: 'group', group, files: own, lines }] : [];
  });
}

function fileElement(group: FlaggedGroup, { file, findings }: FlaggedFile): FileElement[] {
  const own = findings
    .filter((live) => groupOf(live) === group)
    .map((live) => findingElement(group, file, live));
  return own.length > 0 ? [{ kind: 'file', group, file, findings: own }] : [];
}

function groupOf({ reviewed, verdict }: LiveFinding): FlaggedGroup {
  return reviewed === undefined ? verdict.stage : 'reviewed';
}

function findingElement(
  group: FlaggedGroup,
  file: string,
  { finding, target, reviewed, severity }: LiveFinding,
): FindingElement {
  const { line, column } = finding.range;
  return {
    ...{ kind: 'finding', group, file, line, column },
    label: `${line}: ${effectWords(finding)}`,
    description: reviewed ?? (target ? shortTargetName(target) : ''),
    isQuiet: severity === 'information',
  };
}

/** Stays the same while lines move. */
export function idOf(element: FlaggedElement): string {
  switch (element.kind) {
    case 'group':
      return element.group;
    case 'file':
      return `${element.group}:${element.file}`;
    case 'finding':
      return `${element.group}:${element.file}:${element.line}:${element.column}`;
  }
}
