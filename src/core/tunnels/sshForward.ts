import { farTcp, isLoopbackName, localOfText, localTcp, portOfText, splitColons } from './ends';
import type { Endpoint } from '../targets/target';
import type { Forward, LocalEnd } from './listener';

/**
 * The argument of `-L`: `[bind:]port:host:hostport`, where a path of a socket may stand for either side.
 * @param exit the host from whose side the far end is seen
 */
export function localForward(text: string, exit: string): Forward | undefined {
  const parts = splitColons(text);
  const isSocketThere = parts.at(-1)!.startsWith('/');
  const there = parts.splice(isSocketThere ? -1 : -2);
  return forwardOf(parts, there, exit);
}

/** The value of `LocalForward` in a configuration: two words. */
export function localForwardOfConfig(text: string, exit: string): Forward | undefined {
  const [here = '', there = ''] = text.trim().split(/\s+/);
  return forwardOf(splitColons(here), splitColons(there), exit);
}

/** A SOCKS proxy leads anywhere. */
export function dynamicForward(text: string): Forward[] {
  return [{ local: localOfText(text) }];
}

function forwardOf(
  here: readonly string[],
  there: readonly string[],
  exit: string,
): Forward | undefined {
  const local = localEnd(here);
  const far = farEnd(there, exit);
  return local && far && { local, far };
}

function localEnd(parts: readonly string[]): LocalEnd | undefined {
  const [first = '', second] = parts;
  if (first.startsWith('/')) return { kind: 'socket', path: first };
  const port = portOfText(second ?? first);
  if (port === undefined || parts.length > 2) return undefined;
  return second === undefined ? localTcp(port) : localTcp(port, first);
}

/** `localhost` means the machine that the connection goes to, and so does a socket there. */
function farEnd(parts: readonly string[], exit: string): Endpoint | undefined {
  const [host = '', portText] = parts;
  if (host.startsWith('/')) return farTcp(exit, portOfText(/\.s\.PGSQL\.(\d+)$/.exec(host)?.[1]));
  const port = portOfText(portText);
  if (host === '' || port === undefined) return undefined;
  return farTcp(isLoopbackName(host) ? exit : host, port);
}
