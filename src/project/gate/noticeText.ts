import { sentenceText } from '../describe';
import type { StopNotice } from './stopNotice';

/** The notice as lines of plain text, with paths as seen from `folder`. */
export function noticeLines({ title, facts }: StopNotice, folder: string): readonly string[] {
  const lines = facts.map(({ label, sentence }) => {
    const text = sentenceText(sentence, folder);
    return label === 'command' ? `  ${text}` : `  ${label.padEnd(9)}${text}`;
  });
  return [`■ Safety Catch: ${title}`, ...lines];
}

/** What can be answered, in one line: `[r] run with FLASK_ENV=development   [Enter] cancel   or type scores to run it`. */
export function choicesLine({ decision, fix, name, stage }: StopNotice): string {
  const choices = [
    ...(fix ? [`[r] run with ${fix.assignments.join(' ')}`] : []),
    '[Enter] cancel',
    ...(decision === 'confirm'
      ? [`or type ${name} to run it on ${stage === 'unknown' ? 'what may be production' : stage}`]
      : []),
  ];
  return `  ${choices.join('   ')}`;
}
