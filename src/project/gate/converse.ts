import { printable, shorten } from '../../core/printable';
import type { StopNotice } from './stopNotice';
import { choicesLine, noticeLines } from './noticeText';

/** Where a person can be told and asked. */
export interface Conversation {
  show(text: string): void;
  /** `undefined` where nobody answers. */
  ask(prompt: string): Promise<string | undefined>;
}

/** `run` as it is, `fix`: run the safe line in its place, or `refuse`. */
export type Outcome = 'run' | 'fix' | 'refuse';

const red = '\x1b[1;31m';
const plain = '\x1b[0m';
const mostTries = 3;

/** Tells in the terminal what a command would do, and asks. Only the name itself lets it run. */
export async function converse(
  conversation: Conversation,
  notice: StopNotice,
  folder: string,
): Promise<Outcome> {
  const [title, ...lines] = noticeLines(notice, folder);
  conversation.show(`${red}${title}${plain}\n${lines.join('\n')}\n`);
  if (notice.decision === 'warn') return 'run';
  if (notice.decision === 'block') conversation.show(`${blocked}\n`);
  for (let tries = 0; tries < mostTries; tries++) {
    const reply = await conversation.ask(`${choicesLine(notice)}\n  > `);
    const outcome = outcomeOf(reply, notice);
    if (outcome) return outcome;
    conversation.show(`  “${shown(reply)}” is not ${wanted(notice)}.\n`);
  }
  return 'refuse';
}

const blocked =
  '  This is blocked. If it is meant: “Safety Catch: Allow Once…” in the Command Palette, then run it again.';

/** `undefined` where the reply is none of the choices. */
function outcomeOf(reply: string | undefined, notice: StopNotice): Outcome | undefined {
  const text = reply?.trim();
  if (text === undefined || text === '') return 'refuse';
  if (text === notice.name && notice.decision === 'confirm') return 'run';
  return notice.fix && text.toLowerCase() === 'r' ? 'fix' : undefined;
}

function wanted({ decision, name }: StopNotice): string {
  return decision === 'confirm' ? name : 'one of these';
}

function shown(reply = ''): string {
  return shorten(printable(reply), 40);
}
