import { printable, shorten } from '../printable';
import { operationWords } from '../operations/verbs';
import { stageWord } from '../stages/stageWord';
import type { Stage } from '../stages/stage';
import { shortTargetName } from '../targets/targetWords';
import type { Target } from '../targets/target';
import type { CodeFinding } from './codeFinding';

const longestSubject = 60;

/** `deletes every record of Family`. */
export function effectWords({ kind, subject }: Pick<CodeFinding, 'kind' | 'subject'>): string {
  return operationWords({ kind, subject: shorten(printable(subject), longestSubject) });
}

/** `PRODUCTION famigo@db.example.com`: where a finding would hit, as far as that is known. */
export function whereWords(stage: Stage, target: Target | undefined): string {
  return target ? `${stageWord(stage)} ${shortTargetName(target)}` : stageWord(stage);
}
