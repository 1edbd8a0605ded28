import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { maximumReportLength } from '../../../src/shells/reportProtocol';
import type { TerminalReport } from '../../../src/shells/terminalReport';
import { TerminalChannel, type ChannelAddress } from '../../../src/terminal/terminalChannel';

const limits = { connections: 4, connectionsPerSecond: 20, milliseconds: 300 };
const fields = (folder: string): string => `bash\0${'42'}\0${folder}\0\0`;

describe('the terminal channel', () => {
  let reports: TerminalReport[];
  let channel: TerminalChannel;
  let address: ChannelAddress;

  beforeEach(async () => {
    reports = [];
    channel = new TerminalChannel((report) => reports.push(report), limits);
    address = await channel.listen();
  });
  afterEach(() => channel.dispose());

  /** Connects and reads the proof, as a hook does. */
  async function join(): Promise<Socket> {
    const socket = connect(address.port, '127.0.0.1');
    socket.on('error', () => undefined);
    const [proof] = (await once(socket, 'data')) as [Buffer];
    assert.equal(proof.toString(), `${address.proof}\n`);
    return socket;
  }

  /** Sends and hangs up. Resolves when the channel has hung up too, and so has dealt with it. */
  async function say(text: string | Buffer, socket?: Socket): Promise<void> {
    const joined = socket ?? (await join());
    const closed = once(joined, 'close');
    joined.end(text);
    await closed;
  }

  it('takes a report with the token', async () => {
    await say(`${address.token} report\n${fields('/home')}`);
    assert.deepEqual(
      reports.map(({ cwd }) => cwd),
      ['/home'],
    );
    assert.equal(channel.dropped, 0);
  });

  it('takes a report in pieces', async () => {
    const socket = await join();
    const text = `${address.token} report\n${fields('/home')}`;
    for (const letter of text.slice(0, 50)) {
      socket.write(letter);
      await new Promise(setImmediate);
    }
    await say(text.slice(50), socket);
    assert.equal(reports.length, 1);
  });

  const garbage: readonly (readonly [what: string, text: () => string | Buffer])[] = [
    ['nothing', () => ''],
    ['a wrong token', () => `${'0'.repeat(32)} report\n${fields('/home')}`],
    ['the first half of the token', () => address.token.slice(0, 16)],
    ['the proof instead of the token', () => `${address.proof} report\n${fields('/home')}`],
    ['a request that is not known', () => `${address.token} delete\n${fields('/home')}`],
    ['a web page’s request', () => `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`],
    [
      'random bytes',
      () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 197) % 256)),
    ],
    ['half a report', () => `${address.token} report\nbash\x0042`],
    [
      'a report that is too long',
      () => `${address.token} report\n${'x'.repeat(maximumReportLength + 1)}`,
    ],
  ];
  for (const [what, text] of garbage)
    it(`drops and counts ${what}`, async () => {
      await say(text());
      assert.deepEqual(reports, []);
      assert.equal(channel.dropped, 1);
    });

  it('says nothing of how much of a token is right', async () => {
    const socket = await join();
    let hasEnded = false;
    socket.on('close', () => (hasEnded = true));
    socket.write('x');
    await say(`${address.token} report\n${fields('/home')}`);
    assert.equal(hasEnded, false);
  });

  it('hangs up on those who say nothing', async () => {
    const socket = await join();
    await once(socket, 'close');
    assert.equal(channel.dropped, 1);
  });

  it('holds few connections at a time, and few in a second', async () => {
    const sockets = Array.from({ length: 40 }, () =>
      connect(address.port, '127.0.0.1')
        .on('error', () => undefined)
        .resume(),
    );
    await Promise.all(sockets.map((socket) => once(socket, 'close')));
    assert.ok(channel.dropped >= 36, `${channel.dropped}`);
  });

  it('lets the later of two prompts win, in whichever order they arrive', async () => {
    const first = await join();
    const second = await join();
    await say(`${address.token} report\n${fields('/second')}`, second);
    await say(`${address.token} report\n${fields('/first')}`, first);
    assert.deepEqual(
      reports.map(({ cwd }) => cwd),
      ['/second'],
    );
  });

  it('refuses connections once it is disposed, and hangs up on those it has', async () => {
    const socket = await join();
    const closed = once(socket, 'close');
    channel.dispose();
    await closed;
    const late = connect(address.port, '127.0.0.1');
    const [error] = (await once(late, 'error')) as [NodeJS.ErrnoException];
    assert.equal(error.code, 'ECONNREFUSED');
  });

  it('listens on this machine only, under secrets of its own', async () => {
    const other = new TerminalChannel(() => undefined);
    const { port, proof, token } = await other.listen();
    other.dispose();
    assert.notEqual(port, address.port);
    assert.equal(new Set([proof, token, address.proof, address.token]).size, 4);
    for (const secret of [proof, token]) assert.match(secret, /^[0-9a-f]{32}$/);
  });
});
