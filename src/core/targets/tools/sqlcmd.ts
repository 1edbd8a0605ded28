import type { EffectiveSetting } from '../../environment/environment';
import type { ClientContext, Parsed } from '../grammar';
import { safeConnection } from '../safeConnection';
import { isGiven, lastValue, readOptions, type OptionShape } from './toolOptions';

export const sqlcmdShape: OptionShape = {
  valued: 'S d U P Q q i o v l t h H s w y Y a m r R V f b'.split(' '),
  aliases: { server: 'S', 'database-name': 'd', 'user-name': 'U' },
  bundles: true,
};

const local = new Set(['', '.', '(local)', '(localdb)', 'localhost']);

/**
 * Where `sqlcmd` and `mssql-cli` connect: `-S tcp:HOST\INSTANCE,PORT` before SQLCMDSERVER before this machine.
 *
 * @param argv with the program's name first
 */
export function sqlcmdTarget(argv: readonly string[], { find }: ClientContext): Parsed | undefined {
  const given = readOptions(argv.slice(1), sqlcmdShape);
  if (isGiven(given, '?') || isGiven(given, 'help') || isGiven(given, 'version')) return undefined;
  const also: EffectiveSetting['setting']['origin'][] = [];
  const value = (option: string, variable: string): string | undefined => {
    const found = lastValue(given, option) === undefined ? find(variable) : undefined;
    if (found) also.push(found.setting.origin);
    return lastValue(given, option) ?? found?.setting.value;
  };
  const server = value('S', 'SQLCMDSERVER') ?? '';
  const [, name = '', port] =
    /^(?:tcp:|np:|lpc:|admin:)?([^\\,]*)(?:\\[^,]*)?(?:,\s*(\d+))?$/.exec(server) ?? [];
  const database = value('d', 'SQLCMDDBNAME');
  const user = value('U', 'SQLCMDUSER');
  const host = local.has(name.toLowerCase()) ? 'localhost' : name;
  return safeConnection({
    system: 'sqlserver',
    endpoints: [{ kind: 'tcp', host, port: Number(port ?? 1433) }],
    ...(database ? { database } : {}),
    ...(user ? { user } : {}),
    also,
  });
}
