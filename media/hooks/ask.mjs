// The same as bash/ask.bash and bash/degraded.bash, for machines without bash. Slower to start, so it comes second.
import { openSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { ReadStream } from 'node:tty';

const interrupt = '\x03';

/** Where the person is. Without a terminal nobody answers, and what is shown goes to the errors. */
export class Terminal {
  hasShown = false;
  #device = openTerminal();
  #before;

  /** `before` comes before the first text. */
  constructor(before = '') {
    this.#before = before;
  }

  show(text) {
    writeSync(this.#device ?? 2, this.hasShown ? text : this.#before + text);
    this.hasShown = true;
  }

  /** One line, key by key: a paste, Ctrl+C and the like are no answer. */
  ask(prompt) {
    if (this.#device === undefined) return interrupt;
    const keys = new ReadStream(this.#device).setRawMode(true);
    this.show(prompt);
    let reply = '';
    return new Promise((resolve) => {
      keys.on('data', (data) => {
        const key = data.toString();
        const isLine = key === '\r' || key === '\n';
        if (key === '\x7f') reply = reply.slice(0, -1);
        else if (!isLine && /^[^\p{Cc}]$/u.test(key)) reply += key;
        else {
          keys.setRawMode(false).pause();
          this.show('\n');
          resolve(isLine ? reply : interrupt);
        }
        this.show(key === '\x7f' ? '\b \b' : reply.endsWith(key) ? key : '');
      });
    });
  }
}

function openTerminal() {
  try {
    return openSync('/dev/tty', 'r+');
  } catch {
    return undefined;
  }
}

/**
 * Asks about `line`, given the fields of the question as they are sent. `address` is "port knock proof token …" and `verdict`
 * the last one on the terminal, by which it is decided where the editor does not answer. The answer is `status`, 0 for what
 * may run, with the `settings` that make it safe as `NAME=value`, or with a `text` to be shown.
 */
export async function askEditor({ address, verdict, question, line }, terminal) {
  const answer = await askOnChannel(address, question, terminal);
  return answer ?? decideAlone(verdict, line, terminal);
}

async function askOnChannel(address, question, terminal) {
  const [port, knock, proof, token] = address.split(' ');
  // A busy editor has five seconds for its first word. From then on it is a person who takes time.
  const socket = connect(Number(port), '127.0.0.1').setTimeout(5000, () => socket.destroy());
  socket.write(`${knock}\n`);
  try {
    const shown = await new Promise((resolve, reject) => {
      socket.once('data', resolve).once('error', reject).once('close', reject);
    });
    if (shown.toString() !== `${proof}\n`) return undefined;
    socket.write(Buffer.concat([Buffer.from(`${token} ask\n`), question]));
    return await converse(socket, terminal);
  } catch {
    // Nobody is there, or a stranger.
    return undefined;
  } finally {
    socket.destroy();
  }
}

async function converse(socket, terminal) {
  const settings = [];
  let hasBegun = false;
  for await (const record of records(socket)) {
    socket.setTimeout(0);
    hasBegun = true;
    const text = record.slice(1);
    if (record === '+') return { status: 0, settings };
    else if (record === '!') return undefined;
    else if (record[0] === '=') settings.push(text);
    else if (record[0] === '>') terminal.show(text);
    else if (record[0] === '?') socket.write(`${await terminal.ask(text)}\0`);
    else return { status: Number.parseInt(text), text: text.replace(/^\d+ ?/, '') };
  }
  // It began to tell, and died: what it had to tell was reason enough.
  return hasBegun ? { status: 130, text: '\nThe editor is gone: nothing was run.\n' } : undefined;
}

async function* records(socket) {
  let rest = '';
  socket.setEncoding('utf8');
  for await (const chunk of socket) {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop();
    yield* parts;
  }
}

async function decideAlone(verdict, line, terminal) {
  const [, stage, name] = /^(production|unknown) (.*)$/.exec(verdict) ?? [];
  // The classes of extended regular expressions have other names here.
  const source = (process.env.SAFETY_CATCH_DESTRUCTIVE ?? '')
    .replaceAll('[:alnum:]', 'a-z0-9')
    .replaceAll('[:space:]', '\\s');
  if (stage === undefined || !new RegExp(source).test(line.toLowerCase()))
    return { status: 0, settings: [] };
  const risk =
    stage === 'production' ? `PRODUCTION ${name}` : `${name}, and nobody knows what that is`;
  terminal.show(
    `\n■ Safety Catch is degraded: the editor does not answer. This terminal would last have reached ${risk},\n` +
      '  and the line looks like one that destroys data.\n',
  );
  const reply = await terminal.ask(`  [Enter] cancel   or type  ${name}  to run it: `);
  return reply === name ? { status: 0, settings: [] } : { status: 130, text: '' };
}
