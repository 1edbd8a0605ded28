import { redact } from '../../core/targets/redact';
import type { StopNotice } from './stopNotice';

/** What an agent reads of a command that was refused: what it may do, and what a person would have to do. */
export function agentRefusal(notice: Pick<StopNotice, 'decision' | 'fix' | 'name'>): string {
  const { fix } = notice;
  const lines = [
    'Refused by Safety Catch. Do not look for another way to run it.',
    ...(fix ? [`Safe instead: ${redact(fix.command)}`] : []),
    wayOn(notice),
  ];
  return `${lines.join('\n')}\n`;
}

/** Nothing that an agent could do by itself. */
function wayOn({ decision, name }: Pick<StopNotice, 'decision' | 'name'>): string {
  return decision === 'block'
    ? `Only a person can let it run: by “Safety Catch: Allow Once…” in VS Code's Command Palette and by typing ${name} there. The same command then runs once, within five minutes.`
    : `Only a person can let it run: by typing ${name}, in the dialog that VS Code shows for it or, when asked, in a terminal of their own.`;
}
