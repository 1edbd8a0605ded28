// The same as ask.bash, for machines without bash. Slower to start, so it comes second.
import { openSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { ReadStream } from 'node:tty';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = Buffer.concat(chunks);
const [address, verdict, mark] = input.toString().split('\0', 3);
const [port, knock, proof, token] = address.split(' ');
const question = input.subarray(Buffer.byteLength([address, verdict, mark, ''].join('\0')));
const terminal = openSync('/dev/tty', 'r+');
let hasShown = false;

function show(text) {
  // fish has the cursor still on the line: the first text comes below it.
  writeSync(terminal, hasShown ? text : `\n${text}`);
  hasShown = true;
}

function finish(answer, text = '') {
  if (answer === 'run') process.exit(hasShown ? 10 : 0);
  show(mark + text);
  process.exit(answer);
}

/** One line, key by key: a paste, Ctrl+C and the like are no answer. */
function ask(prompt) {
  const keys = new ReadStream(terminal).setRawMode(true);
  show(prompt);
  let reply = '';
  return new Promise((resolve) => {
    keys.on('data', (data) => {
      const key = data.toString();
      const isLine = key === '\r' || key === '\n';
      if (key === '\x7f') reply = reply.slice(0, -1);
      else if (!isLine && /^[^\p{Cc}]$/u.test(key)) reply += key;
      else {
        keys.setRawMode(false).pause();
        show('\n');
        resolve(isLine ? reply : '\x03');
      }
      show(key === '\x7f' ? '\b \b' : reply.endsWith(key) ? key : '');
    });
  });
}

async function decideAlone() {
  const [, stage, name] = /^(production|unknown) (.*)$/.exec(verdict) ?? [];
  // The classes of extended regular expressions have other names here.
  const source = process.env.SAFETY_CATCH_DESTRUCTIVE.replaceAll('[:alnum:]', 'a-z0-9').replaceAll(
    '[:space:]',
    '\\s',
  );
  const line = question.toString().split('\0')[4].toLowerCase();
  if (stage === undefined || !new RegExp(source).test(line)) finish('run');
  const risk =
    stage === 'production' ? `PRODUCTION ${name}` : `${name}, and nobody knows what that is`;
  const reply = await ask(
    `\n■ Safety Catch is degraded: the editor does not answer. This terminal would last have reached ${risk},\n` +
      `  and the line looks like one that destroys data.\n  [Enter] cancel   or type  ${name}  to run it: `,
  );
  finish(reply === name ? 'run' : 130);
}

async function* records(socket) {
  let rest = '';
  for await (const chunk of socket) {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop();
    yield* parts;
  }
}

async function converse(socket) {
  for await (const record of records(socket)) {
    socket.setTimeout(0);
    const text = record.slice(1);
    if (record === '+') finish('run');
    else if (record === '!') return;
    else if (record[0] === '>') show(text);
    else if (record[0] === '?') socket.write(`${await ask(text)}\0`);
    else finish(Number.parseInt(text), text.replace(/^\d+ ?/, ''));
  }
  if (hasShown) finish(130, '\nThe editor is gone: nothing was run.\n');
}

// A busy editor has five seconds for its first word. From then on it is a person who takes time.
const socket = connect(Number(port), '127.0.0.1').setTimeout(5000, () => socket.destroy());
socket.write(`${knock}\n`);
try {
  const [shown] = await new Promise((resolve, reject) => {
    socket
      .once('data', (...data) => resolve(data))
      .once('error', reject)
      .once('close', reject);
  });
  if (shown.toString() === `${proof}\n`) {
    socket.write(Buffer.concat([Buffer.from(`${token} ask\n`), question]));
    await converse(socket);
  }
} catch {
  // Nobody is there, or a stranger: this shell goes by what it knows itself.
}
await decideAlone();
