import { shapeOf } from '../../targets/tools/toolOptions';
import { placeInAws } from '../places/aws';
import { placeInMinio } from '../places/mc';
import { namedPlace } from '../places/namedPlace';
import { placeOfRepository } from '../places/repository';
import type { CommandRule, Tool } from '../tool';

const lacking = 'whatever {last} has that the source has not';

/** `remote:folder`; a path of this machine has no colon. */
const remoteRules: readonly CommandRule[] = [
  {
    id: 'rclone-delete',
    match: 'delete|purge|cleanup|rmdirs *:*',
    kind: 'delete',
    subject: 'everything in {last}',
  },
  {
    id: 'rclone-delete-file',
    match: ['deletefile *:*', 'dedupe *:*'],
    kind: 'delete',
    reach: 'some',
    subject: '{last}',
  },
  { id: 'rclone-sync', match: 'sync * *:*', kind: 'delete', reach: 'some', subject: lacking },
  {
    id: 'rclone-move',
    match: 'move|moveto *:*',
    kind: 'delete',
    subject: 'everything in the source',
  },
];

const minioRules: readonly CommandRule[] = [
  {
    id: 'mc-remove-bucket',
    match: ['rb', 'admin bucket remove|delete'],
    kind: 'drop',
    subject: 'the bucket {last}',
    takesAll: true,
  },
  { id: 'mc-remove', match: 'rm', kind: 'delete', reach: 'some', subject: '{*}' },
  { id: 'mc-mirror', match: 'mirror --remove', kind: 'delete', reach: 'some', subject: lacking },
];

const bucketRules: readonly CommandRule[] = [
  {
    id: 's3-remove-bucket',
    match: 'rb',
    kind: 'drop',
    subject: 'the bucket {*}',
    takesAll: true,
  },
  { id: 's3-remove', match: 'rm|del|rmi', kind: 'delete', reach: 'some', subject: '{*}' },
  {
    id: 's3-sync',
    match: ['sync * s3:* --delete', 'sync * s3:* --delete-removed'],
    kind: 'delete',
    reach: 'some',
    subject: lacking,
  },
];

const resticRules: readonly CommandRule[] = [
  {
    id: 'restic-forget',
    match: ['forget|prune', 'key remove'],
    kind: 'delete',
    reach: 'some',
    subject: 'backups {*}',
  },
];

const borgRules: readonly CommandRule[] = [
  {
    id: 'borg-delete',
    match: ['delete|prune', 'repo-delete'],
    kind: 'delete',
    reach: 'some',
    subject: 'backups {*}',
  },
];

const archiveRules: readonly CommandRule[] = [
  {
    id: 'backup-delete',
    match: [
      'snapshot delete|expire',
      'delete|expire|stanza-delete|delete-backup',
      'remove-older-than|remove-all-but-n-full|collection-remove',
    ],
    kind: 'delete',
    reach: 'some',
    subject: 'backups {*}',
  },
];

const resticShape = shapeOf(
  'r,repo p,password-file o,option cacert l,keep-last H,host tag path g,group-by keep-daily keep-weekly keep-monthly',
  'n,dry-run q,quiet v,verbose',
);

export const storageTools: readonly Tool[] = [
  {
    names: ['rclone'],
    shape: shapeOf(
      'config include exclude filter max-age min-age transfers',
      'n,dry-run P,progress',
    ),
    rules: remoteRules,
    idle: ['--dry-run'],
    place: namedPlace('the remote storage'),
  },
  {
    names: ['mc', 'mcli'],
    shape: shapeOf('C,config-dir older-than newer-than version-id', 'r,recursive'),
    rules: minioRules,
    idle: ['--fake', '--dry-run', '-h'],
    place: placeInMinio,
  },
  {
    names: ['s3cmd', 's5cmd'],
    shape: shapeOf(
      'c,config endpoint-url profile host exclude include credentials-file',
      'n,dry-run',
    ),
    rules: bucketRules,
    idle: ['--dry-run'],
    place: placeInAws,
  },
  {
    names: ['restic'],
    shape: resticShape,
    rules: resticRules,
    idle: ['--dry-run'],
    place: placeOfRepository,
  },
  {
    names: ['borg'],
    shape: shapeOf('r,repo a,glob-archives P,prefix d,keep-daily w m keep-within', 'n,dry-run'),
    rules: borgRules,
    idle: ['--dry-run'],
    place: placeOfRepository,
  },
  {
    names: ['kopia', 'wal-g', 'pgbackrest', 'barman', 'duplicity'],
    shape: shapeOf('stanza set repo config'),
    rules: archiveRules,
    idle: ['--dry-run'],
    place: placeOfRepository,
  },
];
