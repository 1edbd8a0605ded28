import { serverPorts } from '../../core/tunnels/kinds/localServer';
import type { LocalEnd } from '../../core/tunnels/listener';
import { chooseForward, readListener } from '../../core/tunnels/readListener';
import { readCommand } from '../../core/tunnels/command';

type Argv = readonly string[];

/**
 * Which of a user's processes listens, where the system does not tell: the one whose command line names the port or
 * whose usual port it is. A user who runs nothing but database servers answers with one of them.
 */
export function guessProcess(commands: readonly Argv[], end: LocalEnd): Argv | undefined {
  const known = commands.filter((argv) => readListener(argv).kind !== 'unknown');
  const named =
    known.find((argv) => namesPlace(argv, end)) ?? known.find((argv) => isUsual(argv, end));
  if (named) return named;
  const running = commands.filter((argv) => argv.some((arg) => arg !== ''));
  return running.every((argv) => readListener(argv).kind === 'server') ? running[0] : undefined;
}

function namesPlace(argv: Argv, end: LocalEnd): boolean {
  const listener = readListener(argv);
  const port = end.kind === 'tcp' ? end.port : undefined;
  switch (listener.kind) {
    case 'tunnel':
      return chooseForward(listener, end)?.local.kind === end.kind && mentions(argv, end);
    case 'container':
      return port !== undefined && listener.port === port;
    case 'server':
      return mentions(argv, end);
    case 'unknown':
      return false;
  }
}

function mentions(argv: Argv, end: LocalEnd): boolean {
  if (end.kind === 'socket') return argv.some((arg) => arg.includes(end.path));
  const number = new RegExp(`(?:^|\\D)${end.port}(?:\\D|$)`);
  return argv.slice(1).some((arg) => number.test(arg));
}

function isUsual(argv: Argv, end: LocalEnd): boolean {
  const { program } = readCommand(argv);
  const port = program === 'pgbouncer' ? 6432 : serverPorts[program];
  return end.kind === 'tcp' && port !== undefined && port === end.port;
}
