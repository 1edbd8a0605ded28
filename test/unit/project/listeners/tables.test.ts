import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { LocalEnd } from '../../../../src/core/tunnels/listener';
import type { ListeningSocket } from '../../../../src/project/listeners/listeners';
import { readLsof, readNetstat, splitLine } from '../../../../src/project/listeners/macos';
import { matchSockets } from '../../../../src/project/listeners/matchSockets';
import { readTcpTable, readUnixTable } from '../../../../src/project/listeners/procNet';
import { splitWindowsLine } from '../../../../src/project/listeners/windows';

const tcp = (host: string, port: number): LocalEnd => ({ kind: 'tcp', host, port });

const header = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid';
const row = (local: string, state: string, inode: number): string =>
  `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000   113        0 ${inode} 1 0000000056d8451d 100 0 0 10 0`;

describe('tables of listening sockets', () => {
  it('come from the rows of /proc/net/tcp that listen', () => {
    const rows = [
      row('0100007F:1538', '0A', 7),
      row('0100007F:A2EB', '01', 8),
      row('00000000:1539', '0A', 9),
    ];
    assert.deepEqual(readTcpTable([header, ...rows, ''].join('\n')), [
      { end: tcp('127.0.0.1', 5432), id: '7', uid: 113 },
      { end: tcp('0.0.0.0', 5433), id: '9', uid: 113 },
    ]);
  });

  it('come from /proc/net/tcp6 with addresses as people write them', () => {
    const addresses = [
      ['00000000000000000000000001000000', '::1'],
      ['00000000000000000000000000000000', '::'],
      ['0000000000000000FFFF00000100007F', '127.0.0.1'],
      ['B80D0120000000000000000005000000', '2001:0db8:0000:0000:0000:0000:0000:0005'],
    ] as const;
    const rows = addresses.map(([hex]) => row(`${hex}:1538`, '0A', 7));
    const found = readTcpTable([header, ...rows].join('\n'));
    assert.deepEqual(
      found.map(({ end }) => end),
      addresses.map(([, text]) => tcp(text, 5432)),
    );
  });

  it('come from the rows of /proc/net/unix that listen and have a path', () => {
    const rows = [
      'Num       RefCount Protocol Flags    Type St Inode Path',
      '00000000ce3e20fd: 00000003 00000000 00000000 0001 03 170192',
      '00000000dae92685: 00000002 00000000 00010000 0001 01 218072 /run/postgresql/.s.PGSQL.5432',
      '00000000dae92686: 00000003 00000000 00000000 0001 03 218073 /run/postgresql/.s.PGSQL.5433',
      '00000000dae92687: 00000002 00000000 00010000 0001 01   1234 /tmp/a b.sock',
      '00000000dae92688: 00000002 00000000 00010000 0001 01 218075 @abstract',
    ];
    assert.deepEqual(readUnixTable(rows.join('\n')), [
      { end: { kind: 'socket', path: '/run/postgresql/.s.PGSQL.5432' }, id: '218072' },
      { end: { kind: 'socket', path: '/tmp/a b.sock' }, id: '1234' },
    ]);
  });

  it('come from lsof and netstat', () => {
    assert.deepEqual(readLsof('p42\nf7\nn127.0.0.1:5432\nf8\nn[::1]:5432\np43\nf3\nn*:5433\n'), [
      { end: tcp('127.0.0.1', 5432), id: '42' },
      { end: tcp('::1', 5432), id: '42' },
      { end: tcp('*', 5433), id: '43' },
    ]);
    const netstat = [
      'Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)',
      'tcp4       0      0  127.0.0.1.5432         *.*                    LISTEN',
      'tcp4       0      0  10.0.0.2.50000         10.0.0.3.443           ESTABLISHED',
      'tcp46      0      0  *.5433                 *.*                    LISTEN',
      'tcp6       0      0  ::1.5432               *.*                    LISTEN',
    ];
    assert.deepEqual(
      readNetstat(netstat.join('\n')).map(({ end }) => end),
      [tcp('127.0.0.1', 5432), tcp('*', 5433), tcp('::1', 5432)],
    );
  });

  it('keep the spaces of a program’s own path', () => {
    const path = '/Applications/Some App.app/Helper';
    assert.deepEqual(splitLine(`${path} -L 1:a:2`, path), [path, '-L', '1:a:2']);
    assert.deepEqual(splitLine(path, path), [path]);
    assert.deepEqual(splitLine('ssh: /home/me/cm [mux]', 'ssh'), ['ssh:', '/home/me/cm', '[mux]']);
    const line = '"C:\\Program Files\\ssh.exe" -o "LocalForward=1 a:2" {\\"a\\":1} bastion';
    const words = ['C:\\Program Files\\ssh.exe', '-o', 'LocalForward=1 a:2', '{"a":1}', 'bastion'];
    assert.deepEqual(splitWindowsLine(line), words);
  });
});

const socket = (end: LocalEnd): ListeningSocket => ({ end, id: JSON.stringify(end) });
const sockets = [
  tcp('127.0.0.1', 1),
  tcp('0.0.0.0', 1),
  tcp('::1', 1),
  tcp('0.0.0.0', 2),
  tcp('::', 3),
  tcp('10.0.0.2', 4),
  tcp('127.0.0.53', 5),
  { kind: 'socket', path: '/run/postgresql/.s.PGSQL.5432' } as const,
].map(socket);

const reached: readonly (readonly [host: string, port: number, ends: readonly LocalEnd[]])[] = [
  ['127.0.0.1', 1, [tcp('127.0.0.1', 1)]],
  ['localhost', 1, [tcp('::1', 1), tcp('127.0.0.1', 1)]],
  ['db.localhost', 1, [tcp('::1', 1), tcp('127.0.0.1', 1)]],
  ['::1', 1, [tcp('::1', 1)]],
  ['[::1]', 1, [tcp('::1', 1)]],
  ['127.0.0.2', 1, [tcp('0.0.0.0', 1)]],
  ['::ffff:127.0.0.1', 1, [tcp('127.0.0.1', 1)]],
  ['0.0.0.0', 1, [tcp('127.0.0.1', 1)]],
  ['localhost', 2, [tcp('0.0.0.0', 2)]],
  ['::1', 2, []],
  ['127.0.0.1', 3, [tcp('::', 3)]],
  ['localhost', 3, [tcp('::', 3)]],
  ['localhost', 4, []],
  ['localhost', 5, []],
  ['127.0.0.53', 5, [tcp('127.0.0.53', 5)]],
];

describe('matchSockets', () => {
  for (const [host, port, ends] of reached)
    it(`tells who may answer at ${host} port ${port}`, () => {
      const found = matchSockets(sockets, tcp(host, port));
      assert.deepEqual(
        found.map(({ end }) => end),
        ends,
      );
    });

  it('takes a socket by its path, linked or not', () => {
    const path = '/var/run/postgresql/.s.PGSQL.5432';
    assert.equal(matchSockets(sockets, { kind: 'socket', path }).length, 1);
    assert.equal(matchSockets(sockets, { kind: 'socket', path: '/run/other' }).length, 0);
  });
});
