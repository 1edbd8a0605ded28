import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const effects: readonly Effect[] = [
  ['rclone purge remote:scores', 'delete all: everything in remote:scores'],
  ['rclone delete remote:scores/2024 --min-age 7d', 'delete all: everything in remote:scores/2024'],
  [
    'rclone purge :s3,access_key_id=a,secret_access_key=s3cret:scores',
    'delete all: everything in :s3:scores',
  ],
  [
    'rclone sync ./dev remote:scores',
    'delete some: whatever remote:scores has that the source has not',
  ],
  ['mc rb --force live/scores', 'drop all!: the bucket live/scores'],
  ['mc rm --recursive live/scores/a', 'delete some: live/scores/a'],
  [
    'mc mirror --remove a live/scores',
    'delete some: whatever live/scores has that the source has not',
  ],
  ['s3cmd del s3://scores/a', 'delete some: s3://scores/a'],
  ['s5cmd rb s3://scores', 'drop all!: the bucket s3://scores'],
  [
    's5cmd sync --delete a s3://scores',
    'delete some: whatever s3://scores has that the source has not',
  ],
  ['restic -r s3:s3.amazonaws.com/b forget --prune 4bba301e', 'delete some: backups 4bba301e'],
  ['borg delete ssh://b@host/./repo::monday', 'delete some: backups ssh://b@host/./repo::monday'],
  ['kopia snapshot delete k1', 'delete some: backups k1'],
];

const others: readonly string[] = [
  'rclone ls remote:scores',
  'rclone copy a remote:scores',
  'rclone sync remote:scores ./here',
  'rclone delete ./here',
  'rclone sync -n a remote:scores',
  'mc ls live/rb',
  'mc mirror a live/scores',
  's3cmd ls s3://scores',
  's3cmd del -n s3://scores/a',
  'restic snapshots',
  'restic forget --dry-run --keep-last 3',
  'borg list repo',
  'borg prune -n repo',
];

describe('what commands of storage and backups do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
