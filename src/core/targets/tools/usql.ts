import { ConnectionUrl } from '../connectionUrl';
import type { ClientContext, Parsed } from '../grammar';
import { grammars } from '../grammars';
import { readOptions, type OptionShape } from './toolOptions';

export const usqlShape: OptionShape = {
  valued: 'command file output variable field-separator record-separator pset table-attr'.split(
    ' ',
  ),
  aliases: { c: 'command', f: 'file', o: 'output', v: 'variable', F: 'field-separator', P: 'pset' },
  bundles: true,
};

/** Short names of drivers, https://github.com/xo/usql#database-support. */
const schemes: Readonly<Record<string, string>> = {
  pg: 'postgresql',
  pgsql: 'postgresql',
  cr: 'postgresql',
  cdb: 'postgresql',
  cockroach: 'postgresql',
  cockroachdb: 'postgresql',
  my: 'mysql',
  maria: 'mysql',
  aurora: 'mysql',
  ms: 'sqlserver',
  sq: 'sqlite',
  ch: 'clickhouse',
};

/**
 * The database that `usql URL` connects to; without one it connects to nothing until it is told to.
 *
 * @param argv with the program's name first
 */
export function usqlTarget(argv: readonly string[], context: ClientContext): Parsed | undefined {
  const [written] = readOptions(argv.slice(1), usqlShape).words;
  if (written === undefined) return undefined;
  const [, scheme = '', rest = ''] = /^([a-z0-9+]+)(:.*)$/is.exec(written) ?? [];
  const url = `${schemes[scheme] ?? scheme}${rest}`;
  const grammar = grammars.find((candidate) => candidate.accepts(url));
  const reason = 'The name of the database is one of usql’s own configuration.';
  return (
    grammar?.parse(new ConnectionUrl(url), context) ?? {
      kind: 'invalid',
      system: 'unknown',
      reason,
    }
  );
}
