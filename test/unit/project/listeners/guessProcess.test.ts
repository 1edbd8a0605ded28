import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { guessProcess } from '../../../../src/project/listeners/guessProcess';

const postgres = '/usr/lib/postgresql/15/bin/postgres -D /var/lib/postgresql/15/main';
const writer = 'postgres: walwriter';
const pgbouncer = '/usr/sbin/pgbouncer -d /etc/pgbouncer/pgbouncer.ini';
const dockerOf = (port: number) =>
  `/usr/bin/docker-proxy -proto tcp -host-ip 127.0.0.1 -host-port ${port} -container-ip 172.17.0.3 -container-port 5432`;

const cases: readonly (readonly [
  why: string,
  commands: readonly string[],
  port: number,
  expected: string | undefined,
])[] = [
  ['a system service on its usual port', [writer, postgres], 5432, writer],
  ['a system service on another port', [postgres, writer], 5433, postgres],
  ['a pooler of the same user', [postgres, pgbouncer], 6432, pgbouncer],
  ['a server beside a pooler', [pgbouncer, postgres], 5432, postgres],
  ['a port that neither has', [pgbouncer, postgres], 7000, undefined],
  ['a server beside a program that nobody knows', [postgres, 'relay'], 7000, undefined],
  ['the container of a port', [dockerOf(5433), dockerOf(5432), 'sshd: root'], 5432, dockerOf(5432)],
  ['a container of another port', [dockerOf(5433)], 5432, undefined],
  ['a forward of another user', ['ssh -L 5432:db:5432 hop'], 5432, 'ssh -L 5432:db:5432 hop'],
  ['a forward elsewhere', ['ssh -L 5433:db:5432 hop'], 5432, undefined],
  [
    'a server whose port is in its title',
    ['redis-server *:6380', 'sshd: root'],
    6380,
    'redis-server *:6380',
  ],
  ['programs that nobody knows', ['init', '', 'node server.js'], 5432, undefined],
  ['nobody', [], 5432, undefined],
];

describe('guessProcess', () => {
  for (const [why, commands, port, expected] of cases)
    it(`finds ${why}`, () => {
      const end = { kind: 'tcp', host: '127.0.0.1', port } as const;
      const found = guessProcess(
        // A command line that a program rewrote is one word.
        commands.map((command) => (/^\w+: /.test(command) ? [command] : command.split(' '))),
        end,
      );
      assert.equal(found?.join(' '), expected);
    });
});
