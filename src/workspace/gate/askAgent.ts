import { setTimeout as after } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Conversation, Outcome } from '../../project/gate/converse';
import { noticeLines } from '../../project/gate/noticeText';
import { askInWindow } from './askInWindow';
import type { Stop } from './stop';

const patienceMs = 60_000;

/**
 * Asks the person beside an agent, and tells the agent what it can do. Where nobody answers in time it is refused; an answer
 * that comes later holds for the next try.
 */
export async function askAgent(
  stop: Stop,
  agent: string,
  conversation: Conversation,
  allowLater: () => void,
): Promise<Outcome> {
  const name = vscode.l10n.t('{0} wants to run this.', agent);
  conversation.show(`${noticeLines(stop.notice, stop.cwd).join('\n')}\n`);
  const asked = askInWindow(stop, { name, canFix: false });
  const stopped = new AbortController();
  const late = after(patienceMs, 'late' as const, { signal: stopped.signal }).catch(
    () => 'late' as const,
  );
  const outcome = await Promise.race([asked, late]);
  stopped.abort();
  if (outcome === 'late')
    asked.then(
      (answer) => answer === 'run' && allowLater(),
      () => undefined,
    );
  return outcome === 'run' ? 'run' : 'refuse';
}
