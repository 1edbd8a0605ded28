import type { TunnelKind } from '../tunnelKind';

/** Programs that lead elsewhere and say where in files, services or memory of their own. */
const programs = [
  ...[
    'haproxy',
    'nginx',
    'envoy',
    'traefik',
    'caddy',
    'stunnel',
    'stunnel4',
    'ghostunnel',
    'rinetd',
  ],
  ...['pgcat', 'odyssey', 'pgpool', 'pgdog', 'supavisor', 'proxysql', 'maxscale', 'mysqlrouter'],
  ...['mongos', 'mongobetween', 'nutcracker', 'redis-sentinel', 'hoop', 'sdm', 'cyral-sidecar'],
  ...['sshd', 'sshd-session', 'sshuttle', 'chisel', 'gost', 'frpc', 'frps', 'rathole', 'wstunnel'],
  ...['ngrok', 'bore', 'tailscaled', 'tailscale', 'tbot', 'teleport', 'k9s', 'lens', 'freelens'],
  ...['kubefwd', 'ktunnel', 'telepresence', 'skaffold', 'tilt', 'devspace', 'okteto', 'mirrord'],
  ...[
    'ssh-agent-proxy',
    'iap-desktop',
    'putty',
    'plink',
    'kitty',
    'mobaxterm',
    'bitvise',
    'nc',
    'ncat',
  ],
] as const;

export const proxies: TunnelKind = {
  id: 'proxies',
  programs,
  read: ({ program }) => ({ kind: 'tunnel', tool: 'proxies', via: program, forwards: [] }),
};
