import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { LocalEnd } from '../../../../src/core/tunnels/listener';
import { readListener } from '../../../../src/core/tunnels/readListener';
import { completeListener } from '../../../../src/project/listeners/completeListener';
import type { ListenerSystem } from '../../../../src/project/listeners/listeners';
import { SystemListeners } from '../../../../src/project/listeners/systemListeners';
import { findCommand } from '../../../findCommand';
import { skip } from '../../../skip';
import { withFolder } from '../../temporaryFolder';

const tcp = (host: string, port: number): LocalEnd => ({ kind: 'tcp', host, port });

/** A machine on which one process listens at each of these places. */
function systemOf(
  listening: readonly (readonly [end: LocalEnd, command: string])[],
  covers: readonly LocalEnd['kind'][] = ['tcp'],
): ListenerSystem & { reads: number; asked: number } {
  const sockets = listening.map(([end], index) => ({ end, id: String(index) }));
  return {
    reads: 0,
    asked: 0,
    read() {
      this.reads += 1;
      const processOf = ({ id }: { readonly id: string }) => {
        this.asked += 1;
        return Promise.resolve({ argv: listening[Number(id)]![1].split(' '), isOwn: true });
      };
      return Promise.resolve({ sockets, covers, processOf });
    },
  };
}

describe('SystemListeners', () => {
  it('looks once for all targets of a resolution', async () => {
    const system = systemOf([
      [tcp('127.0.0.1', 1), 'postgres'],
      [tcp('127.0.0.1', 2), 'mongod'],
    ]);
    const listeners = new SystemListeners(system);
    const found = await Promise.all(
      [1, 2, 3, 1].map((port) => listeners.find(tcp('localhost', port))),
    );
    assert.deepEqual(
      found.map((listener) => listener?.kind),
      ['server', 'server', 'nothing', 'server'],
    );
    assert.deepEqual([system.reads, system.asked], [1, 2]);
  });

  it('answers with what needs most care where a name has two addresses', async () => {
    const system = systemOf([
      [tcp('127.0.0.1', 1), 'postgres'],
      [tcp('::1', 1), 'ssh -L [::1]:1:db:5432 bastion'],
    ]);
    const listeners = new SystemListeners(system);
    assert.equal((await listeners.find(tcp('localhost', 1)))?.kind, 'tunnel');
    assert.equal((await listeners.find(tcp('127.0.0.1', 1)))?.kind, 'server');
  });

  it('does not say that nothing answers where it cannot see all', async () => {
    assert.equal(await new SystemListeners(systemOf([], [])).find(tcp('localhost', 1)), undefined);
    const broken: ListenerSystem = { read: () => Promise.reject(new Error('no such table')) };
    assert.equal(await new SystemListeners(broken).find(tcp('localhost', 1)), undefined);
  });

  it('finds this very process on Linux, and nobody once it has closed', async function () {
    if (process.platform !== 'linux') skip(this, 'the tables of sockets are those of Linux');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const found = await new SystemListeners().find(tcp('localhost', port));
    assert.deepEqual(found, { kind: 'unknown', program: 'node' });
    await new Promise((resolve) => server.close(resolve));
    const later = await new SystemListeners().find(tcp('localhost', port));
    assert.deepEqual(later, { kind: 'nothing' });
  });

  it('finds the socket of this very process on Linux', async function () {
    if (process.platform !== 'linux') skip(this, 'the tables of sockets are those of Linux');
    await withFolder({}, async (folder) => {
      const path = join(folder, '.s.PGSQL.5432');
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path, resolve));
      const found = await new SystemListeners().find({ kind: 'socket', path });
      assert.deepEqual(found, { kind: 'unknown', program: 'node' });
      await new Promise((resolve) => server.close(resolve));
    });
  });
});

const sshConfig = `
Host prod-tunnel
  HostName bastion.example.com
  ProxyJump jump.example.com
  LocalForward 5433 prod-db.internal:5432
  LocalForward [::1]:5434 [2001:db8::5]:5432
  LocalForward 127.0.0.1:5435 localhost:5432
`;

describe('the configuration of ssh', () => {
  const farOf = async (argv: readonly string[], end: LocalEnd, isOwn = true): Promise<unknown> => {
    const listener = await completeListener(readListener(argv), end, isOwn);
    assert.equal(listener.kind, 'tunnel');
    return listener.kind === 'tunnel' && listener.forwards.map(({ far }) => far);
  };

  it('tells the forwards that the command line leaves out', async function () {
    if (!findCommand('ssh')) skip(this, 'there is no ssh');
    await withFolder({ config: sshConfig }, async (folder) => {
      const argv = ['ssh', '-F', join(folder, 'config'), 'me@prod-tunnel'];
      const forwards = await farOf(argv, tcp('127.0.0.1', 5433));
      assert.deepEqual(forwards, [
        tcp('prod-db.internal', 5432),
        tcp('2001:db8::5', 5432),
        tcp('prod-tunnel', 5432),
      ]);
      const listener = await completeListener(readListener(argv), tcp('127.0.0.1', 5433), true);
      assert.equal(
        listener.kind === 'tunnel' && listener.via,
        'ssh to prod-tunnel (bastion.example.com) through jump.example.com',
      );
    });
  });

  it('is not asked with a name that could be a command, nor with a file of another user', async function () {
    if (!findCommand('ssh')) skip(this, 'there is no ssh');
    await withFolder({}, async (folder) => {
      const mark = join(folder, 'ran');
      const { writeFile, access } = await import('node:fs/promises');
      const config = join(folder, 'config');
      await writeFile(config, `Match exec "touch ${mark}"\n  LocalForward 1 db:2\n`);
      const end = tcp('127.0.0.1', 1);
      assert.deepEqual(await farOf(['ssh', '-F', config, 'bastion'], end, false), []);
      for (const name of ['`id`', '$(id)', 'a;b', 'a b', "a'b"])
        assert.deepEqual(await farOf(['ssh', '-F', config, name], end), []);
      await assert.rejects(access(mark));
      assert.deepEqual(await farOf(['ssh', '-F', config, 'bastion'], end), [tcp('db', 2)]);
      await access(mark);
    });
  });
});

describe('the configuration of pgbouncer', () => {
  it('tells the host of each database', async () => {
    const file = `
[databases]
; comment = host=no
scores = host=prod.example.com port=5433 password=hunter2
"local copy" = dbname=copy
* = host=other.example.com
[pgbouncer]
listen_port = 6433
`;
    await withFolder({ 'pgbouncer.ini': file }, async (folder) => {
      const argv = ['pgbouncer', '-d', join(folder, 'pgbouncer.ini')];
      const listener = await completeListener(readListener(argv), tcp('127.0.0.1', 6433), true);
      const local = tcp('*', 6433);
      const copy = { kind: 'socket', path: '/var/run/postgresql', port: 5432 };
      assert.deepEqual(listener.kind === 'tunnel' && listener.forwards, [
        { local, far: tcp('prod.example.com', 5433), database: 'scores' },
        { local, far: copy, database: 'local copy' },
        { local, far: tcp('other.example.com', 5432) },
      ]);
    });
  });
});

describe('the configuration of kubectl', () => {
  const viaOf = async (file: string): Promise<string | undefined> => {
    const argv = ['kubectl', '--kubeconfig', file, 'port-forward', 'svc/postgres', '5432'];
    const listener = await completeListener(readListener(argv), tcp('127.0.0.1', 5432), true);
    return listener.kind === 'tunnel' ? listener.via : undefined;
  };

  it('tells the context that a command line leaves out', () =>
    withFolder({ one: 'kind: Config\ncurrent-context: "acme-prod"\n', two: '' }, async (folder) => {
      const via = 'kubectl port-forward to svc/postgres';
      assert.equal(await viaOf(join(folder, 'one')), `${via} of acme-prod`);
      assert.equal(await viaOf(join(folder, 'two')), via);
      assert.equal(await viaOf(join(folder, 'three')), via);
    }));
});
