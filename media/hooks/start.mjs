// The same as bash/start.bash, for machines without bash. Slower to start, so it comes second.
import { fstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isatty } from 'node:tty';
import { askEditor, Terminal } from './ask.mjs';

const { env } = process;
const terminalId = env.SAFETY_CATCH_TERMINAL || `${process.ppid}`;

function findEditor() {
  const channel = env.SAFETY_CATCH_CHANNEL;
  for (const file of [`${dirname(channel)}/${terminalId}`, channel])
    try {
      if (statSync(file).uid !== process.getuid()) continue;
      const [address, verdict = ''] = readFileSync(file, 'utf8').split('\n');
      if (address) return { address, verdict };
    } catch {
      // The other one, then.
    }
  return undefined;
}

const quote = (word) => `'${word.replaceAll("'", "'\\''")}'`;

/** A line that means just these words. */
function lineOf(words) {
  return words.map((word) => (/^[\w./:,@%+=-]+$/.test(word) ? word : quote(word))).join(' ');
}

/** Whether a program gets its input from a file, or from what only running it tells, as a part of the line. */
function withInput(line) {
  if (isatty(0)) return line;
  try {
    const input = fstatSync(0);
    const nothing = statSync('/dev/null');
    if (input.dev === nothing.dev && input.ino === nothing.ino) return line;
    if (input.isFile()) {
      const file = readlinkSync('/proc/self/fd/0');
      if (statSync(file).ino === input.ino) return `${line} <${quote(file)}`;
    }
  } catch {
    // What it is cannot be told.
  }
  return `cat | ${line}`;
}

function variables() {
  const patterns = env.SAFETY_CATCH_WATCH.replaceAll('*', '.*');
  const isWatched = new RegExp(`^(?:${patterns})$`, 's');
  return Object.keys(env).filter((name) => isWatched.test(name) && /^[A-Z]\w*$/.test(name));
}

/** For the shell that asks. */
function settingLine(setting) {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(setting);
  return shell === 'fish' ? `set -gx ${name} '${value}'` : `export ${name}='${value}'`;
}

const [kind, shell, ...words] = process.argv.slice(2);
const editor = findEditor();
if (!editor) process.exit(0);
const line = kind === 'tool' ? withInput(lineOf([shell, ...words])) : words[0];
const settings = variables().map((name) => `${name}=${env[name]}`);
const fields = [kind, shell, terminalId, process.cwd(), line, ...settings, ''];
const question = Buffer.from(fields.map((field) => `${field}\0`).join(''));
const terminal = new Terminal();
const answer = await askEditor({ ...editor, question, line }, terminal);
if (answer.status === 0)
  for (const setting of answer.settings) process.stdout.write(`${settingLine(setting)}\n`);
else if (answer.text) terminal.show(answer.text);
process.exit(answer.status);
