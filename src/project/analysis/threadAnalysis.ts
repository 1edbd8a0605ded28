import type { Arguments, Method } from '../thread/messages';
import type { ServiceThread } from '../thread/serviceThread';
import type { Analysis } from './analysis';

/** An analysis on another thread: a long file holds up nobody who types. */
export function threadAnalysis(thread: ServiceThread<Analysis>): Analysis {
  const ask =
    <M extends Method<Analysis>>(method: M) =>
    (...args: Arguments<Analysis, M>) =>
      thread.ask(method, args);
  return {
    findIn: ask('findIn'),
    isBroken: ask('isBroken'),
    close: ask('close'),
    sourcesIn: ask('sourcesIn'),
    forget: ask('forget'),
  };
}
