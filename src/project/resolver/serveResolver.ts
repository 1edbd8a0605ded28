import type { MessagePort } from 'node:worker_threads';
import { redact } from '../../core/targets/redact';
import { signOfLife, type Question, type Reply } from './messages';
import { packSettings, unpackSettings } from './packSettings';
import type { Resolver } from './resolver';

const everyMs = 1_000;

/** Answers the questions that come in from another thread. */
export function serveResolver(port: MessagePort, resolver: Resolver): void {
  let open = 0;
  const tellThatItLives = (): void => {
    if (open > 0) port.postMessage(signOfLife);
  };
  setInterval(tellThatItLives, everyMs).unref();
  port.on('message', (question: Question) => {
    open++;
    void answer(resolver, question).then((reply) => {
      open--;
      port.postMessage(reply);
    });
  });
}

async function answer(resolver: Resolver, { id, method, args }: Question): Promise<Reply> {
  const ask = resolver[method] as (...given: readonly unknown[]) => Promise<unknown>;
  try {
    return { id, answer: packSettings(await ask(...(unpackSettings(args) as unknown[]))) };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id, error: redact(text) };
  }
}
