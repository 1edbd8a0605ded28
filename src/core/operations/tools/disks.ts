import { shapeOf } from '../../targets/tools/toolOptions';
import { onThisMachine } from '../places/onThisMachine';
import type { CommandRule, Tool } from '../tool';

/** Whole disks and volumes, and not what only looks like one: `/dev/null`, `/dev/stdout`. */
const devices = [
  'sd',
  'hd',
  'vd',
  'xvd',
  'nvme',
  'mmcblk',
  'md',
  'dm-',
  'mapper/',
  'disk',
  'rdisk',
];

function onDevice(before: string): string {
  return devices.map((device) => `${before}/dev/${device}*`).join('|');
}

/** Where database servers keep what they hold, by the folders that their packages and images have. */
const dataFolders = [
  ...['postgresql', 'postgres', 'pgsql', 'mysql', 'mariadb', 'mongo', 'mongodb', 'redis', 'valkey'],
  ...['cassandra', 'clickhouse', 'elasticsearch', 'influxdb', 'neo4j', 'etcd', 'docker'],
].map((name) => `/var/lib/${name}*`);

const ownFolders = [
  'pgdata',
  'pg_data',
  'postgres-data',
  'postgres_data',
  'mysql-data',
  'mongo-data',
];

const data = [
  ...dataFolders,
  ...['/data/db*', '/usr/local/var/postgres*', '/opt/homebrew/var/postgres*'],
  ...ownFolders.flatMap((name) => [name, `${name}/*`, `*/${name}`, `*/${name}/*`]),
].join('|');

const files = '*.sqlite|*.sqlite3|*.db|*.rdb|*.aof|*.mdb|*.ibd';
const dumps = '*.dump|*.pgdump|*.sql.gz|*.bson|*/dump|dump|dump/';

function removal(id: string, names: string, subject: string): CommandRule {
  return { id, match: `... ${names}`, kind: 'drop', subject };
}

const fileRules: readonly CommandRule[] = [
  removal('remove-data-folder', data, 'the data of a database server'),
  removal('remove-database-file', files, 'the file of a database'),
  removal('remove-dump', dumps, 'a dump or backup'),
];

const wipes: readonly CommandRule[] = [
  {
    id: 'wipe-disk',
    match: `... ${onDevice('')}`,
    kind: 'overwrite',
    subject: 'the disk {last}',
    takesAll: true,
  },
];

const volumeRules: readonly CommandRule[] = [
  { id: 'volume-remove', match: '*', kind: 'drop', subject: 'the volume {last}' },
];

const poolRules: readonly CommandRule[] = [
  {
    id: 'pool-destroy',
    match: ['destroy !-n', 'rollback', 'subvolume delete'],
    kind: 'drop',
    subject: 'the volume {last}',
  },
];

const formatters = ['', '.ext2', '.ext3', '.ext4', '.xfs', '.btrfs', '.vfat', '.f2fs', '.ntfs'];

export const diskTools: readonly Tool[] = [
  {
    names: ['rm', 'srm', 'unlink', 'trash'],
    shape: shapeOf(''),
    rules: fileRules,
    place: onThisMachine,
  },
  {
    names: ['dd'],
    shape: shapeOf(''),
    rules: [
      {
        id: 'dd-over-disk',
        match: `... ${onDevice('of=')}`,
        kind: 'overwrite',
        subject: 'a whole disk',
        takesAll: true,
      },
    ],
    place: onThisMachine,
  },
  {
    names: [
      ...formatters.map((ending) => `mkfs${ending}`),
      'mke2fs',
      'wipefs',
      'shred',
      'blkdiscard',
    ],
    shape: shapeOf('t,types L,label n,iterations s,size b'),
    rules: wipes,
    idle: ['-V', '--no-act'],
    place: onThisMachine,
  },
  {
    names: ['lvremove', 'vgremove', 'pvremove'],
    shape: shapeOf('S,select'),
    rules: volumeRules,
    idle: ['--test', '-t'],
    place: onThisMachine,
  },
  {
    names: ['zfs', 'zpool', 'btrfs'],
    shape: shapeOf('c,commit-after i,subvolid'),
    rules: poolRules,
    place: onThisMachine,
  },
];
