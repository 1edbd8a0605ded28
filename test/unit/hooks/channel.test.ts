import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { Rendezvous } from '../../../src/terminal/rendezvous';
import { readText } from '../../../src/terminal/runtimeFolder';
import { skip } from '../../skip';
import { inShell, needsShell, shells } from './inShell';

const back = '\x1b]111\x07\x1b]110\x07';

/** The id of a process that has ended. */
const endedProcess = (): number => spawnSync('true').pid;

function processesBelow(processId: number): number[] {
  const children = spawnSync('ps', ['-o', 'pid=', '--ppid', `${processId}`], { encoding: 'utf8' });
  const own = children.stdout.split('\n').flatMap((line) => Number(line) || []);
  return [processId, ...own.flatMap(processesBelow)];
}

for (const shell of shells)
  describe(`the ${shell} hook and its editor`, () => {
    before(function () {
      needsShell(this, shell);
    });

    it('finds an editor that came back on another port at the next prompt', () =>
      inShell({ shell }, async (terminal, listener) => {
        const { port } = listener.address;
        listener.die();
        await terminal.run('export DATABASE_URL=meanwhile');
        await listener.start();
        assert.notEqual(listener.address.port, port);
        listener.announce(terminal.processId);
        terminal.type('');
        await listener.waitForValue('DATABASE_URL', 'meanwhile');
      }));

    it('reports to the editor that knows its process id, not to another window of the folder', () =>
      inShell({ shell }, async (terminal, listener) => {
        listener.announce(terminal.processId);
        const other = new Rendezvous(listener.folder, {
          port: 1,
          knock: 'x',
          proof: 'y',
          token: 'z',
        });
        other.announce('window');
        await terminal.run('export DATABASE_URL=mine');
        await listener.waitForValue('DATABASE_URL', 'mine');
      }));

    it('stays silent while no editor listens', () =>
      inShell({ shell, isPlain: true }, async (terminal, listener) => {
        listener.die();
        const output = await terminal.run('export DATABASE_URL=x');
        assert.doesNotMatch(output, /refused|connect|error|\x1b\]11/i);
        assert.doesNotMatch(await terminal.run('true'), /refused|connect|error|\x1b\]11/i);
      }));

    it('puts the colours back at the first prompt after the editor that coloured the terminal died', () =>
      inShell({ shell }, async (terminal, listener) => {
        const note = join(listener.folder, `${terminal.processId}.coloured`);
        writeFileSync(note, `${process.pid}\n`);
        assert.ok(!(await terminal.run('true')).includes(back), 'the editor lives');
        writeFileSync(note, `${endedProcess()}\n`);
        assert.ok((await terminal.run('true')).includes(back), 'the editor died');
        assert.ok(!(await terminal.run('true')).includes(back), 'once is enough');
      }));

    it('tells a stranger on the port nothing', async () => {
      let heard = '';
      let hungUp = (): void => undefined;
      const stranger = createServer((socket) => {
        socket.on('data', (chunk) => (heard += chunk.toString()));
        socket.on('close', () => hungUp());
        socket.on('error', () => socket.destroy());
        socket.write('not the proof\n');
      });
      await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', () => listening()));
      const { port } = stranger.address() as AddressInfo;
      await inShell({ shell }, async (terminal, listener) => {
        const closed = new Promise<void>((resolve) => (hungUp = resolve));
        new Rendezvous(listener.folder, {
          port,
          knock: 'knock',
          proof: 'proof',
          token: 'token',
        }).announce('window');
        terminal.type('export DATABASE_URL=secret');
        await closed;
      });
      stranger.close();
      assert.equal(heard, 'knock\n');
    });

    it('delays no prompt while the editor is busy', async () => {
      const busy = createServer(() => undefined);
      await new Promise<void>((listening) => busy.listen(0, '127.0.0.1', () => listening()));
      const { port } = busy.address() as AddressInfo;
      await inShell({ shell }, async (terminal, listener) => {
        new Rendezvous(listener.folder, {
          port,
          knock: 'knock',
          proof: 'proof',
          token: 'token',
        }).announce('window');
        const start = performance.now();
        terminal.type('export DATABASE_URL=x');
        terminal.type('echo fin""ished');
        await terminal.waitFor(/finished/);
        assert.ok(performance.now() - start < 2000);
      });
      busy.close();
    });

    it('keeps the secret out of arguments, environments and the eyes of others', async function () {
      if (process.platform !== 'linux') skip(this, 'only Linux shows environments in /proc');
      await inShell({ shell }, async (terminal, listener) => {
        await terminal.run('export DATABASE_URL=s3cr3t');
        await listener.waitForValue('DATABASE_URL', 's3cr3t');
        terminal.type('cat');
        await terminal.waitFor(/\bcat\b/);
        const { knock, token, proof } = listener.address;
        for (const processId of processesBelow(terminal.processId)) {
          const read = (name: string): string => readText(`/proc/${processId}/${name}`);
          for (const secret of [knock, token, proof]) assert.ok(!read('environ').includes(secret));
          for (const secret of [knock, token, proof, 's3cr3t'])
            assert.ok(!read('cmdline').includes(secret));
        }
        for (const name of readdirSync(listener.folder))
          assert.equal(statSync(join(listener.folder, name)).mode & 0o777, 0o600, name);
      });
    });
  });
