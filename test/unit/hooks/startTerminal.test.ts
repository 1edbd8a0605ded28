import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { AskKind, GateAsk } from '../../../src/shells/gateProtocol';
import { StandIns } from '../../../src/terminal/standIns';
import { makeScratchFolder, removeScratchFolder } from '../../scratchFolder';
import type { HookTerminal } from './hookTerminal';
import { inShell, needsShell, shells } from './inShell';
import { linkWithoutBash } from './linkWithoutBash';
import type { ReportListener } from './reportListener';
import { hooksFolder } from './startPlace';

const cases = shells.flatMap((shell) => [
  { shell, place: 'a terminal', hasBash: true },
  { shell, place: 'a terminal without bash', hasBash: false },
]);

for (const { shell, place, hasBash } of cases)
  describe(`a tool that is started in ${place} of ${shell}`, () => {
    let folder = '';
    let standIns: StandIns;
    let PATH = '';

    before(function () {
      needsShell(this, shell);
      folder = makeScratchFolder('terminal');
      const bin = join(folder, 'bin');
      mkdirSync(bin);
      writeFileSync(
        join(bin, 'psql'),
        '#!/bin/sh\necho "sta""rted"; read line; echo "got" "$line"\n',
      );
      chmodSync(join(bin, 'psql'), 0o755);
      if (!hasBash) linkWithoutBash(bin);
      PATH = hasBash ? `${bin}:${process.env['PATH']}` : bin;
      standIns = new StandIns(join(folder, 'standIns'), hooksFolder);
      assert.equal(standIns.install(PATH), undefined);
    });
    after(() => removeScratchFolder(folder));

    /** Types a line that starts the tool, about which alone the editor asks: `name? `. */
    function withQuestion(
      test: (terminal: HookTerminal, asks: readonly GateAsk[]) => Promise<void>,
    ): Promise<void> {
      return inShell({ shell, standIns, env: { PATH } }, async (terminal, listener) => {
        const asks = answerTools(listener);
        terminal.type('sh -c "psql -c x; echo status \\$?"');
        await terminal.waitFor(/name\? /);
        await test(terminal, asks);
      });
    }

    it('asks where the person types, and takes the terminal over after the answer', () =>
      withQuestion(async (terminal, asks) => {
        await typeByHand(terminal, 'scores');
        await terminal.waitFor(/started/);
        terminal.type('and the rest');
        await terminal.waitFor(/got and the rest\s+status 0/);
        const tools = asks.filter(({ kind }) => kind === ('tool' satisfies AskKind));
        assert.deepEqual(
          tools.map(({ processId }) => processId),
          [terminal.processId],
        );
      }));

    it('does not start where the answer is another, or Ctrl+C, and the shell goes on', async () => {
      await withQuestion(async (terminal) => {
        await typeByHand(terminal, 'yes');
        await terminal.waitFor(/<refused>\s+status 126/);
      });
      await withQuestion(async (terminal) => {
        const from = terminal.output.length;
        terminal.press('\x03');
        await terminal.waitFor(/\]633;D;/, from);
        assert.match(await terminal.run('echo al""ive'), /alive/);
        assert.doesNotMatch(terminal.output, /started/);
      });
    });
  });

/** Key by key: what comes all at once is taken for a paste, which is no answer. */
async function typeByHand(terminal: HookTerminal, text: string): Promise<void> {
  for (const key of text) {
    const from = terminal.output.length;
    terminal.press(key);
    await terminal.waitFor(new RegExp(key), from);
  }
  terminal.press('\r');
}

function answerTools(listener: ReportListener): readonly GateAsk[] {
  const asks: GateAsk[] = [];
  listener.onAsk = (ask, dialogue) => {
    asks.push(ask);
    if (ask.kind !== 'tool') return dialogue.answer({ kind: 'run' });
    void dialogue.ask('name? ').then((reply) => {
      if (reply === 'scores') return dialogue.answer({ kind: 'run' });
      dialogue.answer({ kind: 'refuse', status: 126, text: '<refused>\n' });
    });
  };
  return asks;
}
