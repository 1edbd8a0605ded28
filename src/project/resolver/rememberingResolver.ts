import type { Reader, ResolveRequest } from '../request';
import type { Resolution } from '../resolution';
import { AnswerTrace, type Fingerprint } from './answerTrace';
import { directResolver } from './directResolver';
import { requestKey } from './requestKey';
import type { Resolver } from './resolver';

interface Remembered {
  readonly answer: Resolution;
  readonly trace: AnswerTrace;
  readonly at: number;
}

/** More than a window has terminals that differ. */
const mostAnswers = 256;
/** What an answer does not show that it depends on, such as the context of a cluster behind a tunnel, is seen by then. */
const longestMs = 60_000;

/** Gives the answer of before where the question is the same and nothing that it depends on has changed. */
export function rememberingResolver(reader: Reader, fingerprint: Fingerprint): Resolver {
  const memory = new AnswerMemory(reader, fingerprint);
  return {
    ...directResolver(reader),
    resolve: (request) => memory.resolve(request),
    hasRead: (paths) => Promise.resolve(memory.hasRead(paths)),
  };
}

class AnswerMemory {
  /** The one that was asked for last comes last. */
  readonly #answers = new Map<string, Remembered>();
  readonly #underWay = new Set<AnswerTrace>();

  constructor(
    private readonly reader: Reader,
    private readonly fingerprint: Fingerprint,
  ) {}

  async resolve(request: ResolveRequest): Promise<Resolution> {
    const key = requestKey(request);
    const found = (await this.#find(key)) ?? (await this.#make(request));
    this.#answers.delete(key);
    this.#answers.set(key, found);
    const oldest = [...this.#answers.keys()].slice(0, -mostAnswers);
    for (const old of oldest) this.#answers.delete(old);
    return found.answer;
  }

  hasRead(paths: readonly string[]): boolean {
    const kept = [...this.#answers.values()].map(({ trace }) => trace);
    const traces = [...this.#underWay, ...kept];
    return traces.some((trace) => paths.some((path) => trace.hasRead(path)));
  }

  async #find(key: string): Promise<Remembered | undefined> {
    const known = this.#answers.get(key);
    if (!known || performance.now() - known.at > longestMs) return undefined;
    return (await known.trace.isCurrent(this.reader.listeners)) ? known : undefined;
  }

  async #make(request: ResolveRequest): Promise<Remembered> {
    const at = performance.now();
    const trace = new AnswerTrace(this.fingerprint);
    const files = trace.files(this.reader.files);
    const listeners = trace.listeners(this.reader.listeners);
    this.#underWay.add(trace);
    try {
      const resolver = directResolver({ ...this.reader, files, listeners });
      return { answer: await resolver.resolve(request), trace, at };
    } finally {
      this.#underWay.delete(trace);
    }
  }
}
