import { operationWords } from '../../core/operations/verbs';
import { printable } from '../../core/printable';
import { stageWord } from '../../core/stages/stageWord';
import { redact } from '../../core/targets/redact';
import { fullTargetName } from '../../core/targets/targetWords';
import type { AssessedFinding } from './assessFindings';

/** What a finding does, to what, and what is easily overlooked: in sentences, without any value. */
export function findingMessage({ finding, target, verdict }: AssessedFinding): string {
  const words = redact(printable(operationWords(finding)));
  const effect = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const place = target
    ? ` in ${fullTargetName(target)} (${stageWord(verdict.stage)}).`
    : ', and nothing says in which database.';
  // Where this is shown, marks of Markdown would be read as they are written.
  return `${effect}${place}${finding.trap ? ` ${finding.trap.replaceAll('`', '')}` : ''}`;
}
