import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, it } from 'mocha';
import { readText } from '../../../src/terminal/runtimeFolder';
import { skip } from '../../skip';
import { askAboutDanger, danger, expectRefusal, hasRun } from './danger';
import { inShell, needsShell, shells } from './inShell';

const question = /<question> /;

/** What is pressed at the question, all of which is no answer. */
const cancels: readonly (readonly [what: string, keys: string])[] = [
  ['Enter', '\r'],
  ['another word', 'score\r'],
  ['the word in other letters', 'Scores\r'],
  ['Ctrl+C', '\x03'],
  ['Ctrl+C behind the word', 'scores\x03'],
  ['Ctrl+D', '\x04'],
  ['the word in a paste', '\x1b[200~scores\x1b[201~\r'],
  ['a paste that ends the line', '\x1b[200~scores\r\x1b[201~'],
  ['the word with more behind it', 'scores\rtouch danger\rtouch danger\r'],
  ['an arrow key', '\x1b[Ascores\r'],
];

function processesBelow(processId: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter(
      (name) => readText(`/proc/${name}/stat`).split(') ').at(-1)?.split(' ')[1] === `${processId}`,
    );
  return [processId, ...children.flatMap((name) => processesBelow(Number(name)))];
}

for (const shell of shells)
  describe(`a question in ${shell}`, () => {
    before(function () {
      needsShell(this, shell);
    });

    it('lets the line run once the name is typed, and changes nothing else', () =>
      inShell({ shell }, async (terminal, listener) => {
        const replies = askAboutDanger(listener);
        await terminal.run('true');
        terminal.type(danger);
        await terminal.waitFor(question);
        const from = terminal.output.length;
        terminal.type('scores');
        await terminal.waitFor(/\]633;D;0/, from);
        assert.match(await terminal.run('echo al""ive'), /alive/);
        assert.ok(hasRun(terminal), terminal.output);
        assert.deepEqual(replies, ['scores']);
        assert.ok(!listener.reports.some(({ wasRefused }) => wasRefused));
      }));

    for (const [what, keys] of cancels)
      it(`is cancelled by ${what}`, () =>
        inShell({ shell }, async (terminal, listener) => {
          const replies = askAboutDanger(listener);
          await terminal.run('true');
          terminal.type(danger);
          await terminal.waitFor(question);
          terminal.press(keys);
          await expectRefusal(terminal, listener);
          assert.deepEqual(
            replies.filter((reply) => reply === 'scores'),
            [],
          );
        }));

    it('is not answered by what was typed before it', () =>
      inShell({ shell }, async (terminal, listener) => {
        const replies = askAboutDanger(listener);
        await terminal.run('true');
        terminal.press(`${danger}\rscores\rscores\r`);
        await terminal.waitFor(question);
        assert.deepEqual(replies, []);
        terminal.press('\r');
        await expectRefusal(terminal, listener);
      }));

    it('has the terminal mark what is pasted, and no longer', () =>
      inShell({ shell }, async (terminal, listener) => {
        askAboutDanger(listener);
        await terminal.run('true');
        const from = terminal.output.length;
        terminal.type(danger);
        await terminal.waitFor(/\x1b\[\?2004h<question> /, from);
        terminal.press('\r');
        await terminal.waitFor(/<question> [^<]*\x1b\[\?2004l/, from);
      }));

    it('ends as a refusal, and says so, where the editor dies', () =>
      inShell({ shell }, async (terminal, listener) => {
        askAboutDanger(listener);
        await terminal.run('true');
        terminal.type(danger);
        await terminal.waitFor(question);
        const from = terminal.output.length;
        listener.die();
        terminal.type('scores');
        await terminal.waitFor(/The editor is gone: nothing was run\./, from);
        assert.match(await terminal.run('echo al""ive'), /alive/);
        assert.equal(hasRun(terminal), false);
      }));

    it('keeps the line, the variables and the secrets out of arguments and environments', async function () {
      if (process.platform !== 'linux') skip(this, 'only Linux shows environments in /proc');
      await inShell({ shell }, async (terminal, listener) => {
        askAboutDanger(listener);
        await terminal.run(shell === 'fish' ? 'set PGPASSWORD s3cr3t' : 'PGPASSWORD=s3cr3t');
        terminal.type('env "$PGPASSWORD" hush danger');
        await terminal.waitFor(question);
        const { knock, token, proof } = listener.address;
        for (const processId of processesBelow(terminal.processId))
          for (const file of ['environ', 'cmdline'])
            for (const secret of [knock, token, proof, 's3cr3t', 'hush'])
              assert.ok(!readText(`/proc/${processId}/${file}`).includes(secret), file);
        terminal.press('\r');
        await expectRefusal(terminal, listener);
      });
    });
  });
