import { explainResolution, type Section, type Sentence } from '../project/explanation';
import type { Connection, Subject } from './connection';

const olderText =
  ' was changed after this terminal took its variables. Load it again, or open a new terminal.';
const unseenText =
  'The variables that this shell has set itself cannot be seen yet: they may say otherwise.';

/** The evidence for a connection: that of its resolution, and what is known of the terminal. */
export function explainConnection({ subject, resolution }: Connection): Section[] {
  const sections = explainResolution(resolution);
  const sentences = terminalSentences(subject);
  return sentences.length > 0
    ? sections.toSpliced(1, 0, { title: 'This terminal', sentences })
    : sections;
}

function terminalSentences(subject: Subject): Sentence[] {
  if (subject.kind !== 'terminal') return [];
  const { isSeen, olderThan } = subject;
  return [
    ...(olderThan === undefined ? [] : [[{ file: olderThan }, olderText]]),
    ...(isSeen ? [] : [[unseenText]]),
  ];
}
