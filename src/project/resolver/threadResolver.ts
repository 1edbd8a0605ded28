import type { Resolution } from '../resolution';
import type { Arguments, Method } from '../thread/messages';
import type { ServiceThread } from '../thread/serviceThread';
import { requestKey } from './requestKey';
import type { Resolver } from './resolver';

/** Answers from another thread, so that no code that is followed holds up this one. Who asks the same at once, asks once. */
export function threadResolver(thread: ServiceThread<Resolver>): Resolver {
  const ask =
    <M extends Method<Resolver>>(method: M) =>
    (...args: Arguments<Resolver, M>) =>
      thread.ask(method, args);
  const underWay = new Map<string, Promise<Resolution>>();
  return {
    resolve(request) {
      const key = requestKey(request);
      const answer =
        underWay.get(key) ?? thread.ask('resolve', [request]).finally(() => underWay.delete(key));
      underWay.set(key, answer);
      return answer;
    },
    resolveNamed: ask('resolveNamed'),
    resolveNotebook: ask('resolveNotebook'),
    explainCommand: ask('explainCommand'),
    explainNamed: ask('explainNamed'),
    fileRuns: ask('fileRuns'),
    hasRead: ask('hasRead'),
    listening: ask('listening'),
  };
}
