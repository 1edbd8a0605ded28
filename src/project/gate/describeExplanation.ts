import { redact } from '../../core/targets/redact';
import { describeResolution } from '../describe';
import type { CommandExplanation } from '../explainCommand';
import { noticeLines } from './noticeText';
import { stopNotice } from './stopNotice';

const decisionWords = {
  allow: 'It is let through.',
  warn: 'It is let through, with a word of warning.',
  confirm: 'It is stopped until the name of what it would reach is typed.',
  block: 'It is blocked.',
} as const;

/** An explanation as plain text, with paths as seen from `folder`. Ends with a line break. */
export function describeExplanation(explanation: CommandExplanation, folder: string): string {
  const notice = stopNotice(explanation);
  const lines = [
    ...(notice ? noticeLines(notice, folder) : []),
    decisionWords[explanation.decision],
    ...(explanation.fix ? [`Safe: ${redact(explanation.fix.command)}`] : []),
  ];
  return `${lines.join('\n')}\n\n${describeResolution(explanation.resolution, folder)}`;
}
