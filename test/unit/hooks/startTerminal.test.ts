import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import type { AskKind, GateAsk } from '../../../src/shells/gateProtocol';
import { StandIns } from '../../../src/terminal/standIns';
import { makeScratchFolder, removeScratchFolder } from '../../scratchFolder';
import type { HookTerminal } from './hookTerminal';
import { inShell, needsShell, shells } from './inShell';
import type { ReportListener } from './reportListener';
import { hooksFolder } from './startPlace';

for (const shell of shells)
  describe(`a tool that is started in a terminal of ${shell}`, () => {
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
      PATH = `${bin}:${process.env['PATH']}`;
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
        terminal.type('scores');
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
        terminal.type('yes');
        await terminal.waitFor(/<refused>\s+status 126/);
      });
      await withQuestion(async (terminal) => {
        terminal.type('\x03');
        assert.match(await terminal.run('echo al""ive'), /alive/);
        assert.doesNotMatch(terminal.output, /started/);
      });
    });
  });

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
