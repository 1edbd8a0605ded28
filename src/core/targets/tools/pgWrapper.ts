import type { EffectiveSetting } from '../../environment/environment';
import { Setting, type Origin } from '../../environment/setting';
import type { ClientContext } from '../grammar';

interface Wrapped {
  readonly args: readonly string[];
  readonly context: ClientContext;
}

/**
 * Debian's and Ubuntu's wrapper around the client programs: `--cluster 15/db.example.com:5432` or `PGCLUSTER` stands
 * for `PGHOST` and `PGPORT`. A host on the command line beats both, `PGHOST` beats `PGCLUSTER`.
 */
export function withCluster(args: readonly string[], context: ClientContext): Wrapped {
  const at = args.findIndex((arg) => /^--cluster(?:=|$)/.test(arg));
  const attached = at < 0 ? undefined : /^--cluster=(.*)$/s.exec(args[at]!)?.[1];
  const count = attached === undefined ? 2 : 1;
  const rest = at < 0 ? args : [...args.slice(0, at), ...args.slice(at + count)];
  const hasHost = rest.some((arg) => /^--host\b|^-\w*h\w*$/.test(arg));
  const variable = context.find('PGHOST') ? undefined : context.find('PGCLUSTER');
  const cluster = at < 0 ? variable?.setting.value : (attached ?? args[at + 1]);
  const [, host, port] = /^[\d.]+\/(\S+):(\d*)$/.exec(cluster ?? '') ?? [];
  if (hasHost || host === undefined) return { args: rest, context };
  const origin: Origin =
    at < 0 && variable ? variable.setting.origin : { kind: 'command', name: '--cluster' };
  const values = new Map([
    ['PGHOST', host],
    ['PGPORT', port || '5432'],
  ]);
  const find = (name: string): EffectiveSetting | undefined => {
    const value = values.get(name);
    if (value === undefined) return context.find(name);
    return { setting: new Setting(name, value, origin), overrides: [], doubts: [] };
  };
  return { args: rest, context: { ...context, find } };
}
