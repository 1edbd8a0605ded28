import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { maximumReportLength } from '../../../src/shells/reportProtocol';
import type { GateAsk } from '../../../src/shells/gateProtocol';
import type { TerminalReport } from '../../../src/shells/terminalReport';
import type { Dialogue } from '../../../src/terminal/dialogue';
import { TerminalChannel, type ChannelAddress } from '../../../src/terminal/terminalChannel';

const limits = { strangers: 4, milliseconds: 300 };
const fields = (folder: string): string => `bash\0${'42'}\0${folder}\0\0`;

describe('the terminal channel', () => {
  let reports: TerminalReport[];
  let asks: GateAsk[];
  let converse: (dialogue: Dialogue) => Promise<void>;
  let channel: TerminalChannel;
  let address: ChannelAddress;

  beforeEach(async () => {
    reports = [];
    asks = [];
    channel = new TerminalChannel(
      {
        onReport: (report) => reports.push(report),
        onAsk(ask, dialogue) {
          asks.push(ask);
          void converse(dialogue);
        },
      },
      limits,
    );
    address = await channel.listen();
  });
  afterEach(() => channel.dispose());

  /** Connects, knocks and reads the proof, as a hook does. */
  async function join(): Promise<Socket> {
    const socket = connect(address.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`${address.knock}\n`);
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

  it('takes a report behind a line that was refused, and tells it', async () => {
    await say(`${address.token} refused\n${fields('/home')}`);
    assert.deepEqual(
      reports.map(({ wasRefused }) => wasRefused),
      [true],
    );
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

  it('shows its proof to nobody who has not knocked', async () => {
    const socket = connect(address.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.write(`${'0'.repeat(32)}\n${address.token} report\n`);
    await once(socket, 'close');
    assert.equal(heard, '');
    assert.equal(channel.dropped, 1);
  });

  it('lets the oldest stranger go for the newest, so that a flood shuts nobody out', async () => {
    const closed = Array.from({ length: 40 }, () => {
      const socket = connect(address.port, '127.0.0.1')
        .on('error', () => undefined)
        .resume();
      return once(socket, 'close');
    });
    await say(`${address.token} report\n${fields('/home')}`);
    assert.equal(reports.length, 1);
    await Promise.all(closed);
    assert.equal(channel.dropped, 40);
  });

  describe('asked about a line', () => {
    const ask = `line\0bash\x0042\0/home\0rm -rf x\0PGHOST=db\0$LOCAL=1\0@k-9=kubectl\0&f=f () { :; }\0\0`;

    async function question(text = ask): Promise<Socket> {
      const socket = await join();
      socket.write(`${address.token} ask\n${text}`);
      return socket;
    }

    async function heardOf(socket: Socket): Promise<string> {
      const chunks: Buffer[] = [];
      socket.on('data', (chunk) => chunks.push(chunk));
      await once(socket, 'end');
      socket.end();
      return Buffer.concat(chunks).toString();
    }

    it('understands what the line may refer to', async () => {
      converse = (dialogue) => Promise.resolve(dialogue.answer({ kind: 'run' }));
      assert.equal(await heardOf(await question()), '+\0');
      const [{ variables, ownVariables, aliases, functions, ...rest }] = asks as [GateAsk];
      const place = { shell: 'bash', processId: 42, cwd: '/home' };
      assert.deepEqual(rest, { kind: 'line', ...place, line: 'rm -rf x' });
      assert.deepEqual(
        [...variables, ...ownVariables],
        [
          ['PGHOST', 'db'],
          ['LOCAL', '1'],
        ],
      );
      assert.deepEqual(
        [...aliases, ...functions],
        [
          ['k-9', 'kubectl'],
          ['f', 'f () { :; }'],
        ],
      );
    });

    it('holds a dialogue, and tells its end', async () => {
      let reply: string | undefined;
      converse = async (dialogue) => {
        dialogue.show('Stop!\0');
        reply = await dialogue.ask('or type scores: ');
        dialogue.answer({ kind: 'refuse', status: 130 });
      };
      const socket = await question();
      const heard = heardOf(socket);
      socket.write('scores\0');
      assert.equal(await heard, '>Stop!\0?or type scores: \0-130\0');
      assert.equal(reply, 'scores');
    });

    it('carries what it has to say along with a refusal', async () => {
      converse = (dialogue) =>
        Promise.resolve(dialogue.answer({ kind: 'refuse', status: 126, text: 'Not here.\n' }));
      assert.equal(await heardOf(await question()), '-126 Not here.\n\0');
    });

    for (const [what, end] of [
      ['hangs up', (socket: Socket) => socket.end()],
      ['dies', (socket: Socket) => socket.destroy()],
      ['has no terminal', (socket: Socket) => socket.write('\x03\0')],
    ] as const)
      it(`has no reply of one that ${what}`, async () => {
        const reply = new Promise((resolve) => {
          converse = async (dialogue) => resolve(await dialogue.ask('?'));
        });
        const socket = await question();
        await once(socket, 'data');
        end(socket);
        assert.equal(await reply, undefined);
      });

    it('answers 200 that are asked at once', async () => {
      converse = async (dialogue) => {
        const reply = await dialogue.ask('name: ');
        dialogue.answer(reply === 'scores' ? { kind: 'run' } : { kind: 'unknown' });
      };
      const heard = await Promise.all(
        Array.from({ length: 200 }, async (_, at) => {
          const socket = await question();
          socket.once('data', () => socket.write(at % 2 ? 'scores\0' : 'other\0'));
          return heardOf(socket);
        }),
      );
      const answers = ['?name: \0!\0', '?name: \0+\0'];
      assert.deepEqual(
        heard,
        heard.map((_, at) => answers[at % 2]),
      );
    });

    it('drops a question that is none', async () => {
      const socket = await question('shout\0bash\x0042\0/home\0ls\0\0');
      await once(socket, 'close');
      assert.deepEqual(asks, []);
      assert.equal(channel.dropped, 1);
    });
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
    const other = new TerminalChannel({ onReport: () => undefined, onAsk: () => undefined });
    const { port, knock, proof, token } = await other.listen();
    other.dispose();
    assert.notEqual(port, address.port);
    assert.equal(
      new Set([knock, proof, token, address.knock, address.proof, address.token]).size,
      6,
    );
    for (const secret of [knock, proof, token]) assert.match(secret, /^[0-9a-f]{32}$/);
  });
});
