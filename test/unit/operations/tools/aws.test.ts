import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const effects: readonly Effect[] = [
  [
    'aws rds delete-db-instance --db-instance-identifier scores --skip-final-snapshot',
    'drop all!: the database scores',
  ],
  ['aws dynamodb delete-table --table-name games', 'drop all: the table games'],
  ['aws dynamodb delete-item --table-name games --key {}', 'delete one: an item of games'],
  ['aws rds stop-db-cluster --db-cluster-identifier a', 'terminate all: the database a'],
  [
    'aws --profile prod --no-cli-pager ec2 stop-instances --instance-ids i-1 i-2',
    'terminate some: the instance i-1 i-2',
  ],
  ['aws ec2 terminate-instances', 'terminate some: the instance'],
  ['aws ec2 delete-volume --volume-id vol-1', 'drop all: the volume vol-1'],
  ['aws ec2 deregister-image --image-id ami-1', 'delete all: the backup ami-1'],
  [
    'aws rds modify-db-instance --db-instance-identifier a --backup-retention-period 0',
    'delete all: the automated backups of a',
  ],
  [
    'aws autoscaling set-desired-capacity --auto-scaling-group-name g --desired-capacity 1',
    'terminate some: instances of the group g',
  ],
  ['aws s3 rb s3://scores --force', 'drop all!: the bucket s3://scores'],
  ['aws s3 rm --recursive s3://scores/2024', 'delete all: everything under s3://scores/2024'],
  ['aws s3 rm s3://scores/a.json', 'delete some: s3://scores/a.json'],
  ['aws s3api delete-object --bucket scores --key a', 'delete some: a of scores'],
  [
    'aws s3 sync ./dev s3://scores --delete',
    'delete some: whatever s3://scores has that the source has not',
  ],
  ['aws cloudformation delete-stack --stack-name s', 'drop all!: the stack s'],
  [
    'aws kms schedule-key-deletion --key-id k',
    'delete one: the key k and what is encrypted with it',
  ],
  ['aws secretsmanager delete-secret --secret-id s', 'delete some: the secret s'],
];

const others: readonly string[] = [
  'aws ec2 describe-instances',
  'aws ec2 start-instances --instance-ids i-1',
  'aws ec2 stop-instances --instance-ids i-1 --dry-run',
  'aws ec2 stop-instances help',
  'aws ec2 stop-instances --generate-cli-skeleton',
  'aws rds describe-db-instances --db-instance-identifier delete-db-instance',
  'aws rds modify-db-instance --db-instance-identifier a --backup-retention-period 7',
  'aws s3 ls s3://scores',
  'aws s3 rm s3://scores --recursive --dryrun',
  'aws s3 sync s3://scores ./here --delete',
  'aws s3 sync ./here s3://scores',
  'aws s3 cp a s3://scores/delete-bucket',
  'aws sqs purge-queue --queue-url u',
  'aws iam delete-user --user-name mia',
  'aws lambda delete-function --function-name f',
];

describe('what commands of AWS do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
