import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { danger, expectRefusal, hasRun } from './danger';
import type { HookTerminal } from './hookTerminal';
import { inShell, needsShell, shells } from './inShell';
import type { ReportListener } from './reportListener';

const destruction = `${danger}; true drop table games`;
const question = /Safety Catch is degraded: the editor does not answer[\s\S]*to run it: /;
const notice =
  /Safety Catch is degraded: the editor does not answer\. This terminal would last have reached (.*)\./;

/** What an editor leaves behind in the file of a shell. */
function leave(
  { folder, address }: ReportListener,
  { processId }: HookTerminal,
  verdict: string,
  { editor = spawnSync('true').pid, port = address.port } = {},
): void {
  const { knock, proof, token } = address;
  const text = `${port} ${knock} ${proof} ${token} ${editor}\n${verdict}\n`;
  writeFileSync(join(folder, `${processId}`), text, { mode: 0o600 });
}

for (const shell of shells)
  describe(`${shell} whose editor does not answer`, () => {
    before(function () {
      needsShell(this, shell);
    });

    for (const [verdict, risk] of [
      ['production scores', 'PRODUCTION scores'],
      ['unknown db.example.com', 'db.example.com, and nobody knows what that is'],
    ] as const)
      it(`asks about destruction by itself after ${verdict}`, () =>
        inShell({ shell }, async (terminal, listener) => {
          await terminal.run('true');
          leave(listener, terminal, verdict);
          listener.die();
          terminal.type(destruction);
          const [text] = await terminal.waitFor(question);
          assert.ok(text.includes(risk), text);
          terminal.press('\r');
          await terminal.waitFor(/\]633;D;130/);
          assert.match(await terminal.run('echo al""ive'), /alive/);
          assert.equal(hasRun(terminal), false);
        }));

    it('runs it once the name is typed', () =>
      inShell({ shell }, async (terminal, listener) => {
        await terminal.run('true');
        leave(listener, terminal, 'production scores');
        listener.die();
        terminal.type(destruction);
        await terminal.waitFor(question);
        const from = terminal.output.length;
        terminal.type('scores');
        await terminal.waitFor(/\]633;D;0/, from);
        assert.ok(hasRun(terminal));
      }));

    it('runs everything else', () =>
      inShell({ shell }, async (terminal, listener) => {
        await terminal.run('true');
        leave(listener, terminal, 'production scores');
        listener.die();
        await terminal.run(danger);
        assert.ok(hasRun(terminal));
      }));

    for (const verdict of ['development scores', 'staging scores', ''])
      it(`runs destruction after ${verdict || 'nothing that is known'}`, () =>
        inShell({ shell }, async (terminal, listener) => {
          await terminal.run('true');
          leave(listener, terminal, verdict);
          listener.die();
          const output = await terminal.run(destruction);
          assert.ok(hasRun(terminal), output);
          assert.doesNotMatch(output, /Safety Catch/);
        }));

    it('goes by itself where the editor cannot tell', () =>
      inShell({ shell }, async (terminal, listener) => {
        listener.onAsk = (_, dialogue) => dialogue.answer({ kind: 'unknown' });
        await terminal.run('true');
        leave(listener, terminal, 'production scores', { editor: process.pid });
        terminal.type(destruction);
        await terminal.waitFor(question);
        terminal.press('\x03');
        await expectRefusal(terminal, listener);
      }));

    it('does so after five seconds of a busy editor', async () => {
      const busy = createServer((socket) => socket.on('error', () => undefined));
      await new Promise<void>((listening) => busy.listen(0, '127.0.0.1', () => listening()));
      const { port } = busy.address() as AddressInfo;
      await inShell({ shell }, async (terminal, listener) => {
        await terminal.run('true');
        leave(listener, terminal, 'production scores', { editor: process.pid, port });
        const start = performance.now();
        terminal.type(destruction);
        await terminal.waitFor(question);
        assert.ok(performance.now() - start > 4000);
        terminal.press('\r');
        await terminal.waitFor(/\]633;D;130/);
        assert.equal(hasRun(terminal), false);
      });
      busy.close();
    });

    it('says at each prompt that it is degraded, once the editor of production has died', () =>
      inShell({ shell }, async (terminal, listener) => {
        leave(listener, terminal, 'production scores', { editor: process.pid });
        assert.doesNotMatch(await terminal.run('true'), notice);
        leave(listener, terminal, 'development scores');
        assert.doesNotMatch(await terminal.run('true'), notice);
        leave(listener, terminal, 'production scores');
        assert.equal(notice.exec(await terminal.run('true'))![1], 'PRODUCTION scores');
        assert.match(await terminal.run('true'), notice);
      }));
  });
