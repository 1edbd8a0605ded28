import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import { Client } from 'pg';
import type { Stage } from '../../../src/core/stages/stage';
import { answeringAt, type Target } from '../../../src/core/targets/target';
import { SystemListeners } from '../../../src/project/listeners/systemListeners';
import { followTunnels } from '../../../src/project/tunnels';
import { CleanUp } from '../../cleanUp';
import { findCommand } from '../../findCommand';
import { startProcess, waitForOutput } from '../../processes';
import { findFreePort } from '../../servers/freePort';
import { startServers } from '../../servers/servers';
import { startSshServer } from '../../servers/sshd';
import { skip } from '../../skip';
import { targetOf, tcp, verdictOf } from '../stages/facts';

const cleanUp = new CleanUp();
let url: URL;

/** Fails unless the very database answers behind the port. */
async function askThrough(port: number): Promise<void> {
  const through = new URL(url);
  through.port = String(port);
  const client = new Client({ connectionString: through.href });
  await client.connect();
  const { rows } = await client.query<{ port: number }>('select inet_server_port() as port');
  await client.end();
  assert.equal(rows[0]?.port, Number(url.port));
}

interface Resolved {
  readonly target: Target;
  readonly stage: Stage;
}

async function resolveAt(port: number, database = 'scores'): Promise<Resolved> {
  const target = targetOf('', { endpoints: [tcp('localhost', port)], database });
  const followed = await followTunnels(target, new SystemListeners());
  return { target: followed, stage: verdictOf(followed).stage };
}

async function asNobody<T>(use: () => Promise<T>): Promise<T> {
  process.seteuid!(65_534);
  try {
    return await use();
  } finally {
    process.seteuid!(0);
  }
}

async function startSocat(to: number): Promise<number> {
  const port = await findFreePort();
  const listen = `TCP-LISTEN:${port},bind=127.0.0.1,fork,reuseaddr`;
  const running = await startProcess('socat', ['-d', '-d', listen, `TCP:127.0.0.1:${to}`]);
  cleanUp.add(() => running.stop());
  await waitForOutput(running, /listening on/, 10_000);
  return port;
}

async function startSsh(...args: readonly string[]): Promise<void> {
  const running = await startProcess('ssh', ['-v', '-N', ...args]);
  cleanUp.add(() => running.stop());
  await waitForOutput(running, /Entering interactive session/, 10_000);
}

describe('tunnels in front of a real PostgreSQL', function () {
  this.timeout(120_000);

  before(async function () {
    if (process.platform !== 'linux') skip(this, 'the tables of sockets are those of Linux');
    const servers = await startServers({ postgres: 1 });
    cleanUp.add(() => servers.stop());
    url = new URL(servers.postgres[0]!);
  });
  after(() => cleanUp.run());

  it('is development where the server itself answers, whatever the name of the database', async () => {
    for (const database of ['scores', 'scores_production']) {
      const { target, stage } = await resolveAt(Number(url.port), database);
      assert.deepEqual(answeringAt(target.endpoints[0]), { kind: 'server', program: 'postgres' });
      assert.deepEqual([target.via, stage], [undefined, 'development']);
    }
  });

  it('follows socat to the server of this machine', async function () {
    if (!findCommand('socat')) skip(this, 'there is no socat here');
    const port = await startSocat(Number(url.port));
    await askThrough(port);
    const { target, stage } = await resolveAt(port, 'scores_production');
    const answering = { kind: 'server', program: 'postgres' };
    assert.deepEqual(target.endpoints, [{ ...tcp('127.0.0.1', Number(url.port)), answering }]);
    assert.deepEqual([target.via, stage], ['socat', 'development']);
  });

  // Only root can look with the eyes of somebody else.
  if (process.geteuid?.() === 0)
    it('tells the programs of other users by their command lines', async function () {
      if (!findCommand('socat')) skip(this, 'there is no socat here');
      const port = await startSocat(Number(url.port));
      const { target, stage } = await asNobody(() => resolveAt(port));
      const answering = { kind: 'server', program: 'postgres' };
      assert.deepEqual(target.endpoints, [{ ...tcp('127.0.0.1', Number(url.port)), answering }]);
      assert.deepEqual([target.via, stage], ['socat', 'development']);
    });

  describe('through ssh', () => {
    let config: string;

    before(async function () {
      const server = await startSshServer();
      if ('kind' in server) skip(this, server.reason);
      cleanUp.add(() => server.stop());
      ({ config } = server);
    });

    const behindBastion = (): unknown[] => [
      [tcp('bastion.example.com', Number(url.port))],
      'ssh to bastion.example.com',
      'unknown',
    ];

    it('follows -L to the far end', async () => {
      const port = await findFreePort();
      const forward = `${port}:127.0.0.1:${url.port}`;
      await startSsh('-F', config, '-L', forward, 'bastion.example.com');
      await askThrough(port);
      const { target, stage } = await resolveAt(port);
      assert.deepEqual([target.endpoints, target.via, stage], behindBastion());
    });

    it('follows LocalForward of a configuration', async () => {
      const port = await findFreePort();
      const forward = `LocalForward ${port} localhost:${url.port}`;
      appendFileSync(config, `Host prod-tunnel\n  ${forward}\n`);
      await startSsh('-F', config, 'prod-tunnel');
      await askThrough(port);
      const { target, stage } = await resolveAt(port);
      assert.deepEqual(target.endpoints, [tcp('prod-tunnel', Number(url.port))]);
      assert.deepEqual([target.via, stage], ['ssh to prod-tunnel (127.0.0.1)', 'production']);
    });

    it('follows a relay to a tunnel', async function () {
      if (!findCommand('socat')) skip(this, 'there is no socat here');
      const port = await findFreePort();
      await startSsh('-F', config, '-L', `${port}:localhost:${url.port}`, 'bastion.example.com');
      const relay = await startSocat(port);
      await askThrough(relay);
      const { target, stage } = await resolveAt(relay);
      const [endpoints, via] = behindBastion();
      assert.deepEqual(
        [target.endpoints, target.via, stage],
        [endpoints, `socat, then ${String(via)}`, 'unknown'],
      );
    });
  });
});
