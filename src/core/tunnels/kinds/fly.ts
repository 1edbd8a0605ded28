import { lastValue, readOptions } from '../../targets/tools/toolOptions';
import { farName, farTcp, localTcp, portOfText } from '../ends';
import type { Listener } from '../listener';
import type { TunnelKind } from '../tunnelKind';

const shape = {
  valued: ['app', 'config', 'org', 'bind-addr', 'cluster', 'access-token', 'local-port'],
  aliases: { a: 'app', c: 'config', o: 'org', b: 'bind-addr', t: 'access-token', p: 'local-port' },
} as const;

export const fly: TunnelKind = {
  id: 'fly',
  programs: ['fly', 'flyctl'],
  read({ args }) {
    const given = readOptions(args, shape);
    const value = (name: string) => lastValue(given, name);
    const [verb, ...words] = given.words;
    if (verb === 'mpg' && words[0] === 'proxy')
      return readCluster(value('cluster') ?? words[1], value('local-port'));
    if (verb !== 'proxy' || words[0] === undefined) return undefined;
    const [here, there = here] = words[0].split(':');
    const app = value('app');
    // Without a host, it is the name that the app has inside its private network.
    const host = words[1] ?? (app && `${app}.internal`);
    const local = localTcp(portOfText(here), value('bind-addr'));
    const far = host === undefined ? {} : { far: farTcp(host, portOfText(there)) };
    const via = app === undefined ? 'fly proxy' : `fly proxy to ${app}`;
    return { kind: 'tunnel', tool: 'fly', via, forwards: [{ local, ...far }] };
  },
};

function readCluster(cluster: string | undefined, port: string | undefined): Listener {
  const far = cluster === undefined ? {} : { far: farName([cluster]) };
  const local = localTcp(portOfText(port));
  return { kind: 'tunnel', tool: 'fly', via: 'fly mpg proxy', forwards: [{ local, ...far }] };
}
