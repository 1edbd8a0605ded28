import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { Rendezvous } from '../../../src/terminal/rendezvous';
import { askAboutDanger, danger, expectRefusal, hasRun, refuseDanger } from './danger';
import type { ShellName } from './hookTerminal';
import { configFiles, inShell, needsShell, shells } from './inShell';

/** To type so long a line would take longer than all the rest. fish alone needs ten seconds to edit it. */
const longLine: Readonly<Record<ShellName, { readonly settings: string; readonly keys: string }>> =
  {
    bash: { settings: `history -s "${danger} $(printf %01000000d 7)"\n`, keys: '!command\r' },
    zsh: { settings: `print -rs -- "${danger} $(printf %01000000d 7)"\n`, keys: '!command\r' },
    fish: {
      settings: `bind \\cx 'commandline -r "${danger} "(string repeat -n 1000000 x)'\n`,
      keys: '\x18\r',
    },
  };

for (const shell of shells)
  describe(`the gate of ${shell} in trouble`, () => {
    before(function () {
      needsShell(this, shell);
    });

    it('lets lines run, and says nothing, where the connection is refused', () =>
      inShell({ shell }, async (terminal, listener) => {
        listener.die();
        const output = await terminal.run(danger);
        assert.ok(hasRun(terminal));
        assert.doesNotMatch(output, /Safety Catch|refused|connect/i);
      }));

    it('lets lines run, and says nothing, where a stranger has the port', () =>
      inShell({ shell }, async (terminal, listener) => {
        refuseDanger(listener);
        const { address, folder } = listener;
        const forged = { ...address, proof: '0'.repeat(32) };
        new Rendezvous(folder, forged).announce(`${terminal.processId}`);
        assert.doesNotMatch(await terminal.run(danger), /Safety Catch/);
        assert.ok(hasRun(terminal));
      }));

    it('is gone with an extension that was switched off, and the terminal works on', () =>
      inShell({ shell }, async (terminal, listener) => {
        const asks = refuseDanger(listener);
        rmSync(join(listener.folder, 'window'));
        const output = await terminal.run(danger);
        assert.ok(hasRun(terminal));
        assert.deepEqual(asks, []);
        assert.doesNotMatch(output, /Safety Catch|safety_catch|No such file/);
      }));

    it('is there again with an extension that was switched on again', () =>
      inShell({ shell }, async (terminal, listener) => {
        listener.die();
        await terminal.run('true');
        await listener.start();
        refuseDanger(listener);
        terminal.type(danger);
        await expectRefusal(terminal, listener);
      }));

    it('asks the window that has the terminal, where two have the same folder', () =>
      inShell({ shell }, async (terminal, listener) => {
        const asks = refuseDanger(listener);
        listener.announce(terminal.processId);
        new Rendezvous(listener.folder, { ...listener.address, port: 1 }).announce('window');
        terminal.type(danger);
        await expectRefusal(terminal, listener);
        assert.ok(asks.length > 0);
      }));

    it('carries bytes that are no text, and control characters', () =>
      inShell({ shell }, async (terminal, listener) => {
        const asks = refuseDanger(listener);
        await terminal.run('true');
        // What is pasted stands for itself.
        const odd = Buffer.from([0x01, 0xff, 0xc3]);
        const pasted = [Buffer.from(`\x1b[200~${danger} '<`), odd, Buffer.from(">'\x1b[201~\r")];
        terminal.press(Buffer.concat(pasted));
        await expectRefusal(terminal, listener);
        const line = asks.find((ask) => ask.line.startsWith(danger))!.line;
        // fish takes nothing of the kind into its line.
        if (shell !== 'fish') assert.equal(line, `${danger} '<\x01\ufffd\ufffd>'`);
      }));

    it('carries a line of a megabyte', function () {
      this.timeout(60_000);
      const home = { [configFiles[shell]]: longLine[shell].settings };
      return inShell({ shell, home, isPlain: true }, async (terminal, listener) => {
        const asks = refuseDanger(listener);
        terminal.press(longLine[shell].keys);
        await listener.waitFor('behind a refusal', ({ wasRefused }) => wasRefused, 50_000);
        await expectRefusal(terminal, listener);
        assert.ok(asks.some(({ line }) => line.length > 1_000_000));
      });
    });

    it('asks nothing again about a line that the person has cancelled', () =>
      inShell({ shell }, async (terminal, listener) => {
        const replies = askAboutDanger(listener);
        await terminal.run('true');
        terminal.type(danger);
        await terminal.waitFor(/<question> /);
        terminal.press('\r');
        await expectRefusal(terminal, listener);
        assert.deepEqual(replies, ['']);
      }));
  });
