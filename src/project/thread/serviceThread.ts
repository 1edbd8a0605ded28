import type { Worker } from 'node:worker_threads';
import type { Log } from '../../core/log';
import { redact } from '../../core/targets/redact';
import {
  signOfLife,
  type Answer,
  type Arguments,
  type Method,
  type Question,
  type Reply,
} from './messages';
import { packSettings, unpackSettings } from './packSettings';

export interface Deadlines {
  /** How long the thread may be silent while it owes an answer. No piece of code was seen to take a second. */
  readonly silenceMs: number;
  /** How long one answer may take. */
  readonly answerMs: number;
}

const usualDeadlines: Deadlines = { silenceMs: 15_000, answerMs: 60_000 };

interface Pending extends Question {
  askedAt: number;
  settle(answer: unknown): void;
  reject(error: unknown): void;
}

/**
 * A thread that answers what it is asked, started with the first question. One that dies or falls silent is replaced: what it was
 * asked is asked again, one question at a time, so that only the one that brought it down stays without an answer.
 */
export class ServiceThread<Service> {
  #worker: Worker | undefined;
  #watchdog: NodeJS.Timeout | undefined;
  #lastId = 0;
  #isCareful = false;
  readonly #waiting: Pending[] = [];
  readonly #asked = new Map<number, Pending>();

  /** @param start starts the thread */
  constructor(
    private readonly start: () => Worker,
    private readonly log: Log,
    private readonly deadlines = usualDeadlines,
  ) {}

  ask<M extends Method<Service>>(method: M, args: Arguments<Service, M>): Answer<Service, M> {
    const answer = new Promise((resolve, reject) => {
      const settle = (packed: unknown): void => resolve(unpackSettings(packed));
      const question = { id: ++this.#lastId, method, args: packSettings(args) };
      this.#waiting.push({ ...question, askedAt: 0, settle, reject });
      this.#askNext();
    });
    return answer as Answer<Service, M>;
  }

  /** What is still asked stays without an answer: who waits for it is disposed of as well, and could not even log an error. */
  dispose(): void {
    this.#stop();
    this.#waiting.length = 0;
    this.#asked.clear();
  }

  #askNext(): void {
    while (this.#waiting.length > 0 && !(this.#isCareful && this.#asked.size > 0))
      this.#post(this.#waiting.shift()!);
    if (this.#asked.size === 0) this.#isCareful = false;
    this.#watch();
  }

  #post(pending: Pending): void {
    const { id, method, args } = pending;
    try {
      this.#worker ??= this.#startWorker();
      this.#worker.postMessage({ id, method, args } satisfies Question);
      pending.askedAt = performance.now();
      this.#asked.set(id, pending);
    } catch (error) {
      pending.reject(error);
    }
  }

  #startWorker(): Worker {
    const worker = this.start();
    worker.unref();
    worker.on('message', (message: Reply | typeof signOfLife) => {
      if (message === signOfLife) this.#watch();
      else this.#accept(message);
    });
    worker.on('error', (error) => this.#replace(worker, redact(String(error))));
    worker.on('exit', (code) => this.#replace(worker, `it ended with ${code}`));
    return worker;
  }

  #accept(reply: Reply): void {
    const pending = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    if ('error' in reply) pending?.reject(new Error(reply.error));
    else pending?.settle(reply.answer);
    this.#askNext();
  }

  /** Called at each sign of life. */
  #watch(): void {
    clearTimeout(this.#watchdog);
    const worker = this.#worker;
    const [oldest] = this.#asked.values();
    if (!oldest || !worker) return;
    const { silenceMs, answerMs } = this.deadlines;
    const leftMs = oldest.askedAt + answerMs - performance.now();
    const why = leftMs < silenceMs ? 'an answer takes too long' : 'it is silent';
    this.#watchdog = setTimeout(
      () => this.#replace(worker, why),
      Math.max(0, Math.min(silenceMs, leftMs)),
    );
  }

  #replace(worker: Worker, why: string): void {
    if (worker !== this.#worker) return;
    this.log.warn(`A thread is started again: ${why}`);
    this.#stop();
    const asked = [...this.#asked.values()];
    this.#asked.clear();
    if (this.#isCareful) for (const { reject } of asked) reject(new Error(`No answer: ${why}`));
    else this.#waiting.unshift(...asked);
    this.#isCareful = true;
    this.#askNext();
  }

  #stop(): void {
    clearTimeout(this.#watchdog);
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
  }
}
