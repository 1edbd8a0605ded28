import { lastValue, readOptions } from '../../targets/tools/toolOptions';
import { farName, localOfText } from '../ends';
import type { TunnelKind } from '../tunnelKind';

const shape = {
  valued: [
    'port',
    'listen',
    'db-user',
    'db-name',
    'db-roles',
    'cluster',
    'proxy',
    'user',
    'login',
  ].concat(['cert-file', 'key-file', 'identity', 'auth', 'labels', 'query', 'ttl', 'bind-addr']),
  aliases: { p: 'port', c: 'cluster', i: 'identity', l: 'login' },
} as const;

export const teleport: TunnelKind = {
  id: 'teleport',
  programs: ['tsh'],
  read({ args }) {
    const given = readOptions(args, shape);
    const [verb, kind, name] = given.words;
    if (verb !== 'proxy' || !['db', 'tcp', 'app'].includes(kind ?? '')) return undefined;
    const cluster = lastValue(given, 'cluster');
    const local = localOfText(lastValue(given, 'listen') ?? lastValue(given, 'port'));
    return {
      kind: 'tunnel',
      tool: 'teleport',
      via: `tsh proxy ${kind}${cluster ? ` in cluster ${cluster}` : ''}`,
      forwards: [{ local, ...(name !== undefined && { far: farName([name, cluster]) }) }],
    };
  },
};
