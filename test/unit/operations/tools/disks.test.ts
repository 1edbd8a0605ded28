import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const effects: readonly Effect[] = [
  ['rm -rf /var/lib/postgresql/15/main', 'drop all: the data of a database server'],
  ['rm -r ./logs ./pgdata', 'drop all: the data of a database server'],
  ['rm -rf /data/db', 'drop all: the data of a database server'],
  ['rm scores.sqlite3', 'drop all: the file of a database'],
  ['rm -rf backup/dump', 'drop all: a dump or backup'],
  ['rm scores.sql.gz', 'drop all: a dump or backup'],
  ['dd if=/dev/zero bs=1M of=/dev/sda', 'overwrite all!: a whole disk'],
  ['mkfs.ext4 -L data /dev/nvme0n1', 'overwrite all!: the disk /dev/nvme0n1'],
  ['wipefs -a /dev/sdb', 'overwrite all!: the disk /dev/sdb'],
  ['lvremove -f vg/data', 'drop all: the volume vg/data'],
  ['zfs destroy -r tank/db', 'drop all: the volume tank/db'],
  ['btrfs subvolume delete /data', 'drop all: the volume /data'],
];

const others: readonly string[] = [
  'rm -rf node_modules',
  'rm -rf /tmp/build',
  'rm -rf ./dumpling',
  'rm scores.dbx',
  'rm -r var/lib',
  'dd if=/dev/sda of=disk.img',
  'dd if=/dev/zero of=/dev/null',
  'mkfs.ext4 disk.img',
  'shred secrets.txt',
  'lvs',
  'zfs list',
  'zfs destroy -n tank/db',
  'btrfs subvolume list /',
];

describe('what commands of disks and files do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
