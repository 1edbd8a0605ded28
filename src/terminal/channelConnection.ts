import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';

/** What both ends of the channel know, and nobody else. Each is 32 hexadecimal digits. */
export interface ChannelSecrets {
  /** The hook shows it, so that the editor shows the proof to no stranger. */
  readonly knock: string;
  /** The editor shows it, so that the hook tells it from a stranger on the same port. */
  readonly proof: string;
  /** The hook shows it, so that the editor tells it from any other program on this machine. */
  readonly token: string;
}

/** A kind of message, by the word behind the token. */
export interface MessageKind {
  readonly maximumLength: number;
  /** A message is whole when the other side hangs up, or when its last field, an empty one, is there. */
  readonly endsWith: 'hangUp' | 'emptyField';
  /** Answers false for what is no message of this kind. */
  receive(message: string, socket: Socket): boolean;
}

/** What was wrong is not told: the connection is dropped. */
export interface ConnectionEvents {
  onTrusted(): void;
  onDropped(): void;
}

/** One connection of a hook, from its knock to its message. */
export class ChannelConnection {
  #buffer = Buffer.alloc(0);
  #chunks: Buffer[] = [];
  #length = 0;
  #isProven = false;
  #kind: MessageKind | undefined;
  #isDone = false;

  constructor(
    private readonly socket: Socket,
    private readonly secrets: ChannelSecrets,
    private readonly kinds: Readonly<Record<string, MessageKind>>,
    private readonly events: ConnectionEvents,
  ) {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => this.#accept(chunk));
    socket.on('end', () => this.#end());
  }

  #accept(chunk: Buffer): void {
    if (this.#isDone) return;
    if (this.#kind) return this.#collect(chunk);
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    if (!this.#isProven) this.#readKnock();
    if (this.#isProven && !this.#isDone) this.#readHead();
  }

  /** Only once it is there in full: an answer to each first letter would tell a secret letter by letter. */
  #readKnock(): void {
    const line = this.#take(`${this.secrets.knock}\n`);
    if (line === 'incomplete') return;
    if (line === 'wrong') return this.#drop();
    this.#isProven = true;
    this.socket.write(`${this.secrets.proof}\n`);
  }

  #readHead(): void {
    const end = this.#buffer.indexOf('\n');
    const longest = this.secrets.token.length + 16;
    if (end < 0) return this.#buffer.length > longest ? this.#drop() : undefined;
    const [token, word = ''] = splitHead(this.#buffer.subarray(0, end));
    const kind = Object.hasOwn(this.kinds, word) ? this.kinds[word] : undefined;
    if (!kind || !isEqual(token, this.secrets.token)) return this.#drop();
    this.#kind = kind;
    this.events.onTrusted();
    this.#collect(this.#buffer.subarray(end + 1));
  }

  #collect(chunk: Buffer): void {
    const kind = this.#kind!;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length > kind.maximumLength) return this.#drop();
    if (kind.endsWith === 'emptyField' && this.#endsWithEmptyField()) this.#deliver();
  }

  /** The two bytes may arrive in two chunks. */
  #endsWithEmptyField(): boolean {
    const [last, before] = [this.#chunks.at(-1)!, this.#chunks.at(-2)];
    if (last.length >= 2) return last.at(-1) === 0 && last.at(-2) === 0;
    return last.at(-1) === 0 && before !== undefined && before.at(-1) === 0;
  }

  #end(): void {
    if (this.#isDone) return;
    if (this.#kind?.endsWith === 'hangUp') return this.#deliver();
    this.#drop();
  }

  #deliver(): void {
    this.#isDone = true;
    const message = Buffer.concat(this.#chunks).toString();
    this.#chunks = [];
    if (!this.#kind!.receive(message, this.socket)) this.#drop();
    else if (this.#kind!.endsWith === 'hangUp') this.socket.end();
  }

  /** Takes the expected text off the beginning of what has arrived. */
  #take(expected: string): 'taken' | 'wrong' | 'incomplete' {
    const { length } = expected;
    if (this.#buffer.length < length) return 'incomplete';
    if (!isEqual(this.#buffer.subarray(0, length), expected)) return 'wrong';
    this.#buffer = this.#buffer.subarray(length);
    return 'taken';
  }

  #drop(): void {
    this.#isDone = true;
    this.#chunks = [];
    this.events.onDropped();
    this.socket.destroy();
  }
}

function splitHead(head: Buffer): [token: Buffer, word: string] {
  const space = head.indexOf(' ');
  return space < 0
    ? [head, '']
    : [head.subarray(0, space), head.subarray(space + 1).toString('latin1')];
}

function isEqual(bytes: Buffer, text: string): boolean {
  const expected = Buffer.from(text);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
