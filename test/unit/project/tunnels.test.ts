import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Target } from '../../../src/core/targets/target';
import { readListener } from '../../../src/core/tunnels/readListener';
import type { FoundListener, Listeners } from '../../../src/project/listeners/listeners';
import { followTunnels } from '../../../src/project/tunnels';
import { targetOf, tcp, verdictOf } from '../stages/facts';

/** Listeners by port or path; nothing answers anywhere else. */
function listenersOf(commands: Readonly<Record<string, string | FoundListener>>): Listeners {
  return {
    find(at) {
      const found = commands[at.kind === 'tcp' ? String(at.port) : at.path] ?? { kind: 'nothing' };
      return Promise.resolve(typeof found === 'string' ? readListener(found.split(' ')) : found);
    },
  };
}

const listeners = listenersOf({
  5432: 'postgres -D /data',
  5433: 'ssh -L 5433:prod-db.internal:5432 bastion.example.com',
  5434: 'socat TCP-LISTEN:5434 TCP:localhost:5433',
  5435: 'socat TCP-LISTEN:5435 TCP:localhost:5432',
  5436: 'socat TCP-LISTEN:5436 TCP:localhost:5436',
  5437: 'node server.js',
  5438: 'ssh bastion.example.com',
  5439: 'ssh -L 5439:localhost:5432 db.example.com',
  5440: { kind: 'unknown' },
  5441: { kind: 'container', tool: 'docker' },
  5442: 'kubectl -n prod port-forward svc/postgres 5442:5432',
  5443: 'ssh -L 5443:db:5432 app\u001b]0;x\u0007',
  '/run/postgresql/.s.PGSQL.5432': 'postgres -D /data',
  '/tmp/pg/.s.PGSQL.5432': 'ssh -L /tmp/pg/.s.PGSQL.5432:/run/postgresql/.s.PGSQL.5432 prod-db',
});

const socket = (path: string): Target =>
  targetOf('', { endpoints: [{ kind: 'socket', path, port: 5432 }] });

function describeTarget({ endpoints, via }: Target): string {
  const places = endpoints.map((endpoint) => {
    if (endpoint.kind !== 'tcp' && endpoint.kind !== 'socket') return endpoint.kind;
    const answering = endpoint.answering ? ` (${endpoint.answering.kind})` : '';
    return `${endpoint.kind === 'tcp' ? endpoint.host : endpoint.path}:${endpoint.port}${answering}`;
  });
  return `${places.join(', ')}${via === undefined ? '' : ` via ${via}`}`;
}

const at = (port: number, host = 'localhost', parts: Partial<Target> = {}): Target =>
  targetOf('', { endpoints: [tcp(host, port)], ...parts });
const bastion = 'ssh to bastion.example.com';

const cases: readonly (readonly [why: string, target: Target, found: string, stage: string])[] = [
  [
    'a server of this machine',
    at(5432, 'localhost', { database: 'app_prod' }),
    'localhost:5432 (server)',
    'development',
  ],
  ['a port where nothing answers', at(9999, '::1'), '::1:9999 (nothing)', 'development'],
  ['an ssh forward', at(5433, '127.0.0.1'), `prod-db.internal:5432 via ${bastion}`, 'production'],
  [
    'a relay to an ssh forward',
    at(5434),
    `prod-db.internal:5432 via socat, then ${bastion}`,
    'production',
  ],
  [
    'a relay to a server of this machine',
    at(5435),
    'localhost:5432 (server) via socat',
    'development',
  ],
  ['a relay to itself', at(5436), 'localhost:5436 (unidentified) via socat', 'unknown'],
  ['a program that nobody knows', at(5437), 'localhost:5437 (unidentified)', 'unknown'],
  ['a tunnel without a known end', at(5438), `localhost:5438 via ${bastion}`, 'unknown'],
  [
    'the machine at the end of a tunnel',
    at(5439),
    'db.example.com:5432 via ssh to db.example.com',
    'unknown',
  ],
  ['a listener that cannot be seen', at(5440), 'localhost:5440 (unidentified)', 'unknown'],
  ['a container without an image', at(5441), 'localhost:5441 (unidentified)', 'unknown'],
  [
    'a cluster',
    at(5442),
    'postgres.prod.svc:5432 via kubectl port-forward to svc/postgres in namespace prod',
    'production',
  ],
  ['a tunnel with a hostile name', at(5443), 'db:5432 via ssh to app\ufffd]0;x\ufffd', 'unknown'],
  [
    'the socket of a server',
    socket('/run/postgresql'),
    '/run/postgresql:5432 (server)',
    'development',
  ],
  [
    'a socket that is forwarded',
    socket('/tmp/pg'),
    'prod-db:5432 via ssh to prod-db',
    'production',
  ],
  ['another machine', at(5433, 'db.example.com'), 'db.example.com:5433', 'unknown'],
  ['an unknown port', at(0), 'localhost:0', 'development'],
  ['a file', targetOf('', { endpoints: [{ kind: 'file', path: '/a.db' }] }), 'file', 'development'],
  [
    'a set of hosts, each by itself',
    targetOf('', { endpoints: [tcp('localhost', 5432), tcp('localhost', 5433)] }),
    `localhost:5432 (server), prod-db.internal:5432 via ${bastion}`,
    'production',
  ],
];

describe('followTunnels', () => {
  for (const [why, target, found, stage] of cases)
    it(`finds ${why}`, async () => {
      const followed = await followTunnels(target, listeners);
      assert.equal(describeTarget(followed), found);
      assert.equal(verdictOf(followed).stage, stage);
    });

  it('leaves a target as it is where nobody can tell who listens', async () => {
    const target = at(5432, 'localhost', { database: 'app_prod' });
    const blind: Listeners = { find: () => Promise.resolve(undefined) };
    assert.equal(await followTunnels(target, blind), target);
  });

  it('follows a pooler to the database that is asked for', async () => {
    const tunnel = { kind: 'tunnel', tool: 'pgbouncer', via: 'pgbouncer', isRelay: true } as const;
    const local = { kind: 'tcp', host: '*', port: 6432 } as const;
    const forwards = [
      { local, far: tcp('other.example.com') },
      { local, far: tcp('prod.example.com'), database: 'scores' },
    ];
    const pooler = listenersOf({ 6432: { ...tunnel, forwards } });
    const hostFor = async (database: string): Promise<string> =>
      describeTarget(await followTunnels(at(6432, 'localhost', { database }), pooler));
    assert.equal(await hostFor('scores'), 'prod.example.com:5432 via pgbouncer');
    assert.equal(await hostFor('app'), 'other.example.com:5432 via pgbouncer');
  });
});
