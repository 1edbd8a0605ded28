// The same as ask.bash, for machines without bash. Slower to start, so it comes second.
import { askEditor, Terminal } from '../ask.mjs';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const input = Buffer.concat(chunks);
const [address, verdict, mark] = input.toString().split('\0', 3);
const question = input.subarray(Buffer.byteLength([address, verdict, mark, ''].join('\0')));
const line = question.toString().split('\0')[4];

// fish has the cursor still on the line: the first text comes below it.
const terminal = new Terminal('\n');
const { status, text } = await askEditor({ address, verdict, question, line }, terminal);
if (status === 0) process.exit(terminal.hasShown ? 10 : 0);
terminal.show(mark + text);
process.exit(status);
