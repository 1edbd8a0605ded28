import { tunnelKinds } from '.';
import { readCommand } from './command';
import { isLoopbackName } from './ends';
import type { Forward, Listener, LocalEnd, Tunnel } from './listener';

/** What a process that listens is, by its command line. */
export function readListener(argv: readonly string[]): Listener {
  const command = readCommand(argv);
  const kind = tunnelKinds.find(({ programs }) => programs.includes(command.program));
  const program = command.program === '' ? {} : { program: command.program };
  return kind?.read(command) ?? { kind: 'unknown', ...program };
}

/**
 * The way through a tunnel that starts where a client connects. A tunnel that chose its port itself leads everywhere
 * the same way, or it cannot be told where.
 */
export function chooseForward(
  { forwards }: Tunnel,
  at: LocalEnd,
  database?: string,
): Forward | undefined {
  const open = forwards.filter((forward) => [undefined, database].includes(forward.database));
  const exact = open.toSorted((a, b) => Number(!a.database) - Number(!b.database));
  const fitting = exact.filter(({ local }) => isPortOf(local, at));
  const chosen = fitting.find(({ local }) => isHostOf(local, at)) ?? fitting[0];
  if (chosen) return chosen;
  const free = exact.filter(({ local }) => local.kind === 'tcp' && local.port === undefined);
  return free.length === 1 && at.kind === 'tcp' ? free[0] : undefined;
}

function isPortOf(local: LocalEnd, at: LocalEnd): boolean {
  if (local.kind === 'tcp') return at.kind === 'tcp' && local.port === at.port;
  return at.kind === 'socket' && (at.path === local.path || at.path.startsWith(`${local.path}/`));
}

/** An address of its own goes before one that stands for all. */
function isHostOf(local: LocalEnd, at: LocalEnd): boolean {
  if (local.kind !== 'tcp' || at.kind !== 'tcp') return true;
  const isNamed = local.host === 'localhost' && isLoopbackName(at.host);
  return local.host === at.host || isNamed;
}
