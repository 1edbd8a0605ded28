import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GateAsk } from '../../../src/shells/gateProtocol';
import type { HookTerminal } from './hookTerminal';
import type { ReportListener } from './reportListener';

/** Leaves a file behind that tells that it ran. No word of it is one that is never asked about. */
export const danger = 'command touch danger';

/** The first word of what the person reads of a refusal. */
export const refusalText = '[refused by the test]\r\n';

function tells(ask: GateAsk, pattern: RegExp): boolean {
  const { line, aliases, functions, ownVariables } = ask;
  const parts = [line, ...aliases.values(), ...functions.values(), ...ownVariables.values()];
  return parts.some((part) => pattern.test(part));
}

/** An editor that lets everything run but what is dangerous. Answers the questions as they come. */
export function refuseDanger(listener: ReportListener): GateAsk[] {
  const asks: GateAsk[] = [];
  listener.onAsk = (ask, dialogue) => {
    asks.push(ask);
    const isDanger = tells(ask, /touch dan.*ger/s);
    dialogue.answer(
      isDanger ? { kind: 'refuse', status: 130, text: refusalText } : { kind: 'run' },
    );
  };
  return asks;
}

/** An editor that asks the person before it lets anything run but what is harmless. */
export function askAboutDanger(listener: ReportListener): (string | undefined)[] {
  const replies: (string | undefined)[] = [];
  listener.onAsk = (ask, dialogue) => {
    if (!tells(ask, /danger/)) return dialogue.answer({ kind: 'run' });
    dialogue.show('<told>\r\n');
    void dialogue.ask('<question> ').then((reply) => {
      replies.push(reply);
      dialogue.answer(
        reply === 'scores' ? { kind: 'run' } : { kind: 'refuse', status: 130, text: refusalText },
      );
    });
  };
  return replies;
}

export function hasRun(terminal: HookTerminal): boolean {
  return existsSync(join(terminal.home, 'danger'));
}

/** Waits for the prompt behind a refused line, and sees that nothing of it ran and that the shell goes on. */
export async function expectRefusal(
  terminal: HookTerminal,
  listener: ReportListener,
): Promise<void> {
  const count = listener.reports.length;
  await listener.waitFor('behind a refusal', ({ wasRefused }) => wasRefused);
  assert.ok(listener.reports.length >= count);
  assert.match(await terminal.run('echo al""ive'), /alive/);
  assert.equal(hasRun(terminal), false, terminal.output);
}
