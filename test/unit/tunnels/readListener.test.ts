import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hostOf, portOf } from '../../../src/core/targets/target';
import { tunnelKinds } from '../../../src/core/tunnels';
import type { LocalEnd } from '../../../src/core/tunnels/listener';
import { chooseForward, readListener } from '../../../src/core/tunnels/readListener';

const at = (port: number, host = '127.0.0.1'): LocalEnd => ({ kind: 'tcp', host, port });

/** `host:port through via` for the way that starts at a place of this machine. */
function wayOf(argv: readonly string[], from: LocalEnd, database?: string): string {
  const listener = readListener(argv);
  if (listener.kind !== 'tunnel') return listener.kind;
  const far = chooseForward(listener, from, database)?.far;
  const endpoints = far ? [far] : [];
  return `${hostOf({ endpoints })}:${portOf({ endpoints })} through ${listener.via}`;
}

const ways: readonly (readonly [command: string, port: number, way: string])[] = [
  [
    'ssh -L 5433:db.internal:5432 dev@bastion.example.com',
    5433,
    'db.internal:5432 through ssh to bastion.example.com',
  ],
  [
    'ssh -L 5433:db:5432 ssh://me@bastion.example.com:2222',
    5433,
    'db:5432 through ssh to bastion.example.com',
  ],
  ['ssh bastion -L 5433:db:5432', 5433, 'db:5432 through ssh to bastion'],
  ['ssh bastion psql -L 5433:db:5432', 5433, 'null:null through ssh to bastion'],
  ['ssh -p 2222 -i key -L 1:a:1 -L 2:b:2 bastion', 2, 'b:2 through ssh to bastion'],
  ['ssh -L 5433:[::1]:5432 bastion', 5433, 'bastion:5432 through ssh to bastion'],
  [
    'ssh -L 5433:127.0.0.1:5432 -J me@jump bastion',
    5433,
    'bastion:5432 through ssh to bastion through jump',
  ],
  ['ssh -L 5433:db:5432 bastion', 5434, 'null:null through ssh to bastion'],
  ['ssh -D 1080 bastion', 1080, 'null:null through ssh to bastion'],
  ['ssh: /home/me/.ssh/me@bastion:22 [mux]', 5433, 'null:null through ssh connection bastion:22'],
  ['ssh: /home/me/.lima/docker/ssh.sock [mux]', 5433, 'container'],
  [
    'kubectl -nprod port-forward svc/postgres 5433:5432',
    5433,
    'postgres.prod.svc:5432 through kubectl port-forward to svc/postgres in namespace prod',
  ],
  [
    'kubectl port-forward pg-0 :5432',
    40123,
    'pg-0.pod.svc:5432 through kubectl port-forward to pg-0',
  ],
  ['kubectl --context minikube port-forward svc/postgres 5432', 5432, 'server'],
  ['kubectl get pods', 5432, 'unknown'],
  [
    'cloud-sql-proxy --port 6000 acme:eu:one acme:eu:two',
    6001,
    '/cloudsql/acme:eu:two:null through cloud-sql-proxy',
  ],
  ['cloud-sql-proxy acme:eu:one', 5432, '/cloudsql/acme:eu:one:null through cloud-sql-proxy'],
  [
    'cloud_sql_proxy -instances=acme:eu:one=tcp:0.0.0.0:6000,acme:eu:two=tcp:6001',
    6001,
    '/cloudsql/acme:eu:two:null through cloud_sql_proxy',
  ],
  [
    'tsh proxy db --tunnel -p 5433 --cluster=eu payments',
    5433,
    'payments.eu:null through tsh proxy db in cluster eu',
  ],
  ['tsh ssh node', 5433, 'unknown'],
  [
    'flyctl proxy 5433:5432 -a payments',
    5433,
    'payments.internal:5432 through fly proxy to payments',
  ],
  [
    'socat TCP-LISTEN:5433,bind=127.0.0.1,fork TCP:db.example.com:5432',
    5433,
    'db.example.com:5432 through socat',
  ],
  ['socat TCP4:[2001:db8::5]:5432 TCP4-LISTEN:5433,fork', 5433, '2001:db8::5:5432 through socat'],
  [
    'socat TCP-LISTEN:5433 SOCKS4A:127.0.0.1:db.example.com:5432,socksport=1080',
    5433,
    'db.example.com:5432 through socat',
  ],
  ['socat TCP-LISTEN:5433 EXEC:relay', 5433, 'null:null through socat'],
  [
    'python3 -S /usr/lib/google-cloud-sdk/lib/gcloud.py compute start-iap-tunnel db 5432 --local-host-port=localhost:5433 --project acme',
    5433,
    'db:5432 through gcloud IAP tunnel in project acme',
  ],
  [
    'python3 -m azure.cli network bastion tunnel -n hop --target-resource-id /subscriptions/1/virtualMachines/db --resource-port 5432 --port 5433',
    5433,
    'db:5432 through az bastion tunnel through hop',
  ],
  [
    'pscale connect payments main --port 3307',
    3307,
    'main.payments:null through pscale connect to payments main',
  ],
  ['/usr/sbin/haproxy -f /etc/haproxy/haproxy.cfg', 5432, 'null:null through haproxy'],
  ['sshd: me@notty', 5432, 'null:null through sshd'],
  ['/usr/lib/postgresql/15/bin/postgres -D /data', 5432, 'server'],
  ['redis-server 127.0.0.1:6379', 6379, 'server'],
  ['/usr/bin/python3 -m http.server 5432', 5432, 'unknown'],
];

describe('readListener', () => {
  for (const [command, port, way] of ways)
    it(`reads where port ${port} of “${command}” leads`, () => {
      // A command line that a program rewrote is one word.
      const argv = /^\w+: /.test(command) ? [command] : command.split(' ');
      assert.equal(wayOf(argv, at(port)), way);
    });

  it('finds the way of each address where they share a port', () => {
    const argv = ['ssh', '-L', '127.0.0.1:1:a:2', '-L', '[::1]:1:b:2', 'bastion'];
    assert.equal(wayOf(argv, at(1)), 'a:2 through ssh to bastion');
    assert.equal(wayOf(argv, at(1, '::1')), 'b:2 through ssh to bastion');
  });

  it('follows sockets as well as ports', () => {
    const socket = { kind: 'socket', path: '/run/pg/.s.PGSQL.5432' } as const;
    const argv = ['cloud-sql-proxy', '--unix-socket', '/run', 'pg'];
    assert.equal(wayOf(argv, socket), '/cloudsql/pg:null through cloud-sql-proxy');
  });

  it('cannot tell which of two instances has a port that neither names', () => {
    const argv = ['cloud-sql-proxy', 'acme:eu:one', 'acme:eu:two'];
    assert.equal(wayOf(argv, at(5432)), 'null:null through cloud-sql-proxy');
  });

  it('keeps no credential of a command line', () => {
    const request = {
      Target: 'i-0',
      DocumentName: 'AWS-StartPortForwardingSession',
      Parameters: {},
    };
    const response = { SessionId: 's', TokenValue: 'hunter2', StreamUrl: 'wss://x?token=hunter2' };
    const plugin = [
      'session-manager-plugin',
      JSON.stringify(response),
      'eu',
      'StartSession',
      'prod',
    ];
    const commands = [
      [...plugin, JSON.stringify(request), 'https://ssm.example.com'],
      ['kubectl', '--token=hunter2', '--password', 'hunter2', 'port-forward', 'db', '5432'],
      ['cloud-sql-proxy', '--token', 'hunter2', '-t', 'hunter2', '--login-token=hunter2', 'a:b:c'],
      ['cloudflared', 'access', 'tcp', '--secret', 'hunter2', '--hostname', 'db.example.com'],
      ['boundary', 'connect', '-token', 'hunter2', '-target-id', 'ttcp_1'],
      ['tsh', 'proxy', 'db', '--identity', 'hunter2', 'payments'],
      ['fly', 'proxy', '-t', 'hunter2', '5432', '-a', 'payments'],
      ['pscale', 'connect', 'payments', 'main', '--service-token', 'hunter2'],
      ['node', 'server.js', '--password=hunter2'],
      ['redis-server', '--requirepass', 'hunter2'],
    ];
    for (const argv of commands) {
      const listener = readListener(argv);
      assert.ok(!JSON.stringify(listener).includes('hunter2'), argv[0]);
    }
    assert.match(
      JSON.stringify(readListener(commands[0]!)),
      /AWS session to i-0 with profile prod/,
    );
  });

  it('never fails, whatever a command line holds', () => {
    const odd = ['', ' ', '-', '--', ':', '::', '[', '{', '}', '{"Target":1}', '=', '?port=', '-L'];
    for (const { programs } of tunnelKinds)
      for (const program of programs)
        for (const word of odd)
          for (const argv of [[program, word], [program, word, word], [`${program}${word}`]])
            assert.ok(readListener(argv).kind);
  });

  it('knows every program once, and every kind by its own id', () => {
    const ids = tunnelKinds.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
    assert.ok(ids.every((id) => /^[a-z-]+$/.test(id)));
    const programs = tunnelKinds.flatMap((kind) => kind.programs);
    assert.deepEqual(programs, [...new Set(programs)]);
  });
});
