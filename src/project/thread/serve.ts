import type { MessagePort } from 'node:worker_threads';
import { redact } from '../../core/targets/redact';
import { signOfLife, type Question, type Reply } from './messages';
import { packSettings, unpackSettings } from './packSettings';

const everyMs = 1_000;

/** Answers the questions that come in from another thread. */
export function serve<Service extends object>(port: MessagePort, service: Service): void {
  let open = 0;
  const tellThatItLives = (): void => {
    if (open > 0) port.postMessage(signOfLife);
  };
  setInterval(tellThatItLives, everyMs).unref();
  port.on('message', (question: Question) => {
    open++;
    void answer(service, question).then((reply) => {
      open--;
      port.postMessage(reply);
    });
  });
}

async function answer(service: object, { id, method, args }: Question): Promise<Reply> {
  const methods = service as Record<string, (...given: readonly unknown[]) => Promise<unknown>>;
  try {
    return {
      id,
      answer: packSettings(await methods[method]!(...(unpackSettings(args) as unknown[]))),
    };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { id, error: redact(text) };
  }
}
