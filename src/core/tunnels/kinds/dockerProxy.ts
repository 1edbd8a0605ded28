import { lastValue, readOptions } from '../../targets/tools/toolOptions';
import { portOfText } from '../ends';
import type { PublishedPort } from '../listener';
import type { TunnelKind } from '../tunnelKind';

const shape = {
  valued: ['proto', 'host-ip', 'host-port', 'container-ip', 'container-port', 'listen-fd'],
  aliases: {},
} as const;

/** The programs by which container engines hold published ports; most of them hold all by one. */
const engines = ['com.docker.backend', 'com.docker.vpnkit', 'vpnkit', 'vpnkit-bridge'].concat(
  ['orbstack', 'orbstack helper', 'rootlessport', 'rootlessport-child', 'rootlesskit'],
  ['slirp4netns', 'pasta', 'pasta.avx2', 'gvproxy', 'limactl', 'docker', 'wslrelay', 'conmon'],
);

export const dockerProxy: TunnelKind = {
  id: 'docker-proxy',
  programs: ['docker-proxy', 'rootlesskit-docker-proxy', ...engines],
  read({ program, args }): PublishedPort {
    const given = readOptions(args, shape);
    const port = portOfText(lastValue(given, 'host-port'));
    const address = lastValue(given, 'container-ip');
    return {
      kind: 'container',
      tool: program,
      ...(port !== undefined && { port }),
      ...(address !== undefined && { address }),
    };
  },
};
