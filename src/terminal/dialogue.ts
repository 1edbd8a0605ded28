import type { Socket } from 'node:net';
import { answerRecord, textRecord, type GateAnswer } from '../shells/gateProtocol';

const longestReply = 4096;
/** What an asker sends in place of a line where there is none. */
const interrupt = '\x03';

/** The editor's end of a question: what it shows in the terminal, what it asks there, and its answer. */
export class Dialogue {
  #reply = '';
  #waiting: ((reply: string | undefined) => void) | undefined;
  #isEnded = false;
  readonly #ended: Promise<void>;

  constructor(private readonly socket: Socket) {
    this.#ended = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('data', (chunk) => this.#accept(chunk.toString()));
    socket.on('end', () => this.#hangUp());
    socket.on('close', () => this.#hangUp());
  }

  /** Resolves when the connection is closed, by either side. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  show(text: string): void {
    this.#write(textRecord('>', text));
  }

  /** One line of the person; `undefined` where there will be none: Ctrl+C, no terminal, or the asker has ended. */
  ask(prompt: string): Promise<string | undefined> {
    if (this.#isEnded) return Promise.resolve(undefined);
    this.#write(textRecord('?', prompt));
    return new Promise((resolve) => (this.#waiting = resolve));
  }

  answer(answer: GateAnswer): void {
    if (this.#isEnded) return;
    this.#write(answerRecord(answer));
    this.#isEnded = true;
    this.socket.end();
  }

  #write(record: string): void {
    if (!this.#isEnded && this.socket.writable) this.socket.write(record);
  }

  #accept(text: string): void {
    this.#reply += text;
    const end = this.#reply.indexOf('\0');
    if (this.#reply.length > longestReply) this.socket.destroy();
    if (end < 0) return;
    const reply = this.#reply.slice(0, end);
    this.#reply = this.#reply.slice(end + 1);
    this.#settle(reply === interrupt ? undefined : reply);
  }

  #hangUp(): void {
    this.#isEnded = true;
    this.#settle(undefined);
    this.socket.end();
  }

  #settle(reply: string | undefined): void {
    this.#waiting?.(reply);
    this.#waiting = undefined;
  }
}
