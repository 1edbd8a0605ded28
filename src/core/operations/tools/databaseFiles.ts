import { shapeOf } from '../../targets/tools/toolOptions';
import { onThisMachine } from '../places/onThisMachine';
import type { CommandRule, Tool } from '../tool';

const logRules: readonly CommandRule[] = [
  {
    id: 'pg-reset-wal',
    match: '',
    kind: 'overwrite',
    subject: 'the write-ahead log of the PostgreSQL server {last} {--pgdata}',
  },
];

const rewindRules: readonly CommandRule[] = [
  {
    id: 'pg-rewind',
    match: '',
    kind: 'overwrite',
    subject: 'the data directory {--target-pgdata}',
  },
];

const archiveRules: readonly CommandRule[] = [
  {
    id: 'pg-archive-cleanup',
    match: '* *',
    kind: 'delete',
    reach: 'some',
    subject: 'archived write-ahead logs',
  },
];

/** What comes back from a backup takes the place of what is there. */
const restoreRules: readonly CommandRule[] = [
  {
    id: 'backup-restore',
    match: ['restore', 'recover', 'backup-fetch'],
    kind: 'overwrite',
    subject: 'the data directory of the database server',
  },
];

const copyRules: readonly CommandRule[] = [
  {
    id: 'xtrabackup-restore',
    match: ['--copy-back', '--move-back'],
    kind: 'overwrite',
    subject: 'the data directory of the database server',
  },
];

/** Programs that work on the files of a database server on the same machine. */
export const databaseFileTools: readonly Tool[] = [
  {
    names: ['pg_resetwal', 'pg_resetxlog'],
    shape: shapeOf('D,pgdata c e l m o O u x', 'n,dry-run V,version f,force'),
    rules: logRules,
    idle: ['--dry-run', '--version'],
    place: onThisMachine,
  },
  {
    names: ['pg_rewind'],
    shape: shapeOf('D,target-pgdata source-pgdata source-server', 'n,dry-run V,version'),
    rules: rewindRules,
    idle: ['--dry-run', '--version'],
    place: onThisMachine,
  },
  {
    names: ['pg_archivecleanup'],
    shape: shapeOf('x', 'n,dry-run V,version'),
    rules: archiveRules,
    idle: ['--dry-run', '--version'],
    place: onThisMachine,
  },
  {
    names: ['pgbackrest', 'barman', 'wal-g', 'pg_probackup'],
    shape: shapeOf('stanza set repo config type target target-time'),
    rules: restoreRules,
    idle: ['--dry-run'],
    place: onThisMachine,
  },
  {
    names: ['xtrabackup', 'mariabackup', 'mariadb-backup'],
    shape: shapeOf('target-dir datadir'),
    rules: copyRules,
    place: onThisMachine,
  },
];
