import type { ClientContext, Parsed } from '../grammar';
import { postgresToolTarget } from './libpqTools';
import { isGiven, readOptions } from './toolOptions';

const own = {
  valued: ['D', 'dsn', 'ssh-tunnel'],
  aliases: { D: 'dsn' },
};

/**
 * `pgcli` connects as `psql` does, but for names that its own configuration explains.
 *
 * @param argv with the program's name first
 */
export function pgcliTarget(argv: readonly string[], context: ClientContext): Parsed | undefined {
  const given = readOptions(argv.slice(1), own);
  const invalid = (reason: string): Parsed => ({ kind: 'invalid', system: 'postgresql', reason });
  if (isGiven(given, 'dsn')) return invalid('The DSN is a name of pgcli’s own configuration.');
  if (isGiven(given, 'ssh-tunnel'))
    return invalid('The server is that at the end of an SSH tunnel.');
  return postgresToolTarget(argv, context);
}
