import { placeInAws } from '../places/aws';
import type { CommandRule, Tool } from '../tool';

const database =
  '{--db-instance-identifier|--db-cluster-identifier|--global-cluster-identifier|--cluster-identifier|--cluster-arn|--cache-cluster-id|--replication-group-id|--global-replication-group-id|--serverless-cache-name|--cluster-name|--multi-region-cluster-name|--domain-name|--namespace-name|--workgroup-name|--relational-database-name|--database-name|--keyspace-name|--graph-identifier|--identifier|--id|--name}';

const databases: readonly CommandRule[] = [
  {
    id: 'aws-delete-database',
    match: [
      'rds|docdb|neptune delete-db-instance|delete-db-cluster|delete-global-cluster|delete-tenant-database',
      'docdb-elastic|dsql|dax|memorydb delete-cluster',
      'memorydb delete-multi-region-cluster',
      'elasticache delete-cache-cluster|delete-replication-group|delete-global-replication-group|delete-serverless-cache',
      'redshift delete-cluster',
      'redshift-serverless delete-namespace|delete-workgroup',
      'opensearch|es|cloudsearch delete-domain|delete-elasticsearch-domain',
      'opensearchserverless delete-collection',
      'neptune-graph delete-graph',
      'timestream-write delete-database',
      'timestream-influxdb delete-db-instance|delete-db-cluster',
      'keyspaces delete-keyspace',
      'qldb delete-ledger',
      'glue delete-database',
      'lightsail delete-relational-database',
    ],
    kind: 'drop',
    subject: `the database ${database}`,
    takesAll: true,
  },
  {
    id: 'aws-delete-table',
    match: [
      'dynamodb|keyspaces|timestream-write|glue delete-table',
      'glue batch-delete-table|delete-partition|batch-delete-partition',
      's3tables delete-table|delete-namespace|delete-table-bucket',
    ],
    kind: 'drop',
    subject: 'the table {--table-name|--name|--tables-to-delete|--table-bucket-arn}',
  },
  {
    id: 'aws-delete-item',
    match: 'dynamodb delete-item',
    kind: 'delete',
    reach: 'one',
    subject: 'an item[ of {--table-name}]',
  },
  {
    id: 'aws-write-item',
    match: 'dynamodb put-item|update-item|batch-write-item|transact-write-items',
    kind: 'update',
    reach: 'some',
    subject: 'items[ of {--table-name}]',
  },
  {
    id: 'aws-stop-database',
    match: [
      'rds|docdb|neptune stop-db-instance|stop-db-cluster|reboot-db-instance|reboot-db-cluster|failover-db-cluster',
      'redshift pause-cluster|reboot-cluster',
      'elasticache|dax|memorydb reboot-cache-cluster|reboot-node',
      'docdb-elastic stop-cluster',
      'lightsail stop-relational-database|reboot-relational-database',
      'neptune-graph reset-graph|stop-graph',
    ],
    kind: 'terminate',
    subject: `the database ${database}`,
  },
];

const backups: readonly CommandRule[] = [
  {
    id: 'aws-delete-backup',
    match: [
      'rds|docdb|neptune delete-db-snapshot|delete-db-cluster-snapshot|delete-db-instance-automated-backup|delete-db-cluster-automated-backup',
      'docdb-elastic delete-cluster-snapshot',
      'dynamodb delete-backup',
      'elasticache|memorydb|redshift-serverless delete-snapshot|delete-serverless-cache-snapshot',
      'redshift delete-cluster-snapshot|batch-delete-cluster-snapshots',
      'neptune-graph delete-graph-snapshot',
      'ec2 delete-snapshot|deregister-image|delete-image',
      'lightsail delete-relational-database-snapshot|delete-instance-snapshot|delete-disk-snapshot|delete-auto-snapshot',
      'fsx|cloudhsmv2 delete-backup|delete-snapshot',
      'backup delete-backup-vault|delete-recovery-point|delete-backup-plan|delete-backup-selection',
      'glacier delete-archive|delete-vault',
      'storagegateway delete-snapshot-schedule|delete-tape|delete-tape-archive',
      'dlm delete-lifecycle-policy',
    ],
    kind: 'delete',
    subject:
      'the backup {--db-snapshot-identifier|--db-cluster-snapshot-identifier|--dbi-resource-id|--db-cluster-resource-id|--db-instance-automated-backups-arn|--snapshot-arn|--backup-arn|--snapshot-name|--serverless-cache-snapshot-name|--snapshot-identifier|--snapshot-id|--image-id|--relational-database-snapshot-name|--instance-snapshot-name|--disk-snapshot-name|--resource-name|--backup-id|--recovery-point-arn|--backup-vault-name|--backup-plan-id|--archive-id|--vault-name|--policy-id}',
  },
  {
    id: 'aws-stop-backups',
    match: 'rds|docdb|neptune modify-db-instance|modify-db-cluster --backup-retention-period=0',
    kind: 'delete',
    subject: 'the automated backups of {--db-instance-identifier|--db-cluster-identifier}',
  },
];

const machines: readonly CommandRule[] = [
  {
    id: 'aws-stop-instances',
    match: [
      'ec2 stop-instances|reboot-instances|terminate-instances',
      'ec2 delete-fleets|cancel-spot-fleet-requests --terminate-instances',
    ],
    kind: 'terminate',
    reach: 'some',
    subject: 'the instance {--instance-ids|--fleet-ids|--spot-fleet-request-ids} {*}',
  },
  {
    id: 'aws-stop-instance',
    match: [
      'lightsail delete-instance|stop-instance|reboot-instance',
      'rds reboot-db-shard-group|delete-db-shard-group',
      'opsworks stop-instance|delete-instance|reboot-instance',
      'workspaces terminate-workspaces|rebuild-workspaces',
      'sagemaker delete-notebook-instance',
    ],
    kind: 'terminate',
    reach: 'one',
    subject:
      'the instance {--instance-name|--instance-id|--db-shard-group-identifier|--notebook-instance-name|--terminate-workspace-requests|--rebuild-workspace-requests}',
  },
  {
    id: 'aws-shrink-group',
    match: [
      'autoscaling delete-auto-scaling-group|set-desired-capacity|terminate-instance-in-auto-scaling-group|start-instance-refresh',
      'autoscaling set-instance-health --health-status=Unhealthy',
      'autoscaling update-auto-scaling-group --desired-capacity',
      'autoscaling update-auto-scaling-group --max-size',
    ],
    kind: 'terminate',
    reach: 'some',
    subject: 'instances of the group {--auto-scaling-group-name} {--instance-id}',
  },
  {
    id: 'aws-delete-services',
    match: [
      'ecs delete-cluster|delete-service|stop-task|delete-capacity-provider',
      'ecs update-service --desired-count=0',
    ],
    kind: 'terminate',
    reach: 'some',
    subject: 'the service {--service|--cluster|--task|--capacity-provider}',
  },
  {
    id: 'aws-delete-cluster',
    match: [
      'eks delete-cluster',
      'emr terminate-clusters',
      'emr-serverless delete-application',
      'elasticbeanstalk terminate-environment|delete-application',
      'kafka delete-cluster',
      'amplify delete-app|delete-backend-environment',
    ],
    kind: 'terminate',
    subject:
      'the cluster {--name|--cluster-ids|--cluster-arn|--environment-name|--application-name|--environment-id|--application-id|--app-id}',
    takesAll: true,
  },
  {
    id: 'aws-delete-nodes',
    match: 'eks delete-nodegroup|delete-fargate-profile',
    kind: 'terminate',
    subject: 'the nodes {--nodegroup-name|--fargate-profile-name} of {--cluster-name}',
  },
];

const storage: readonly CommandRule[] = [
  {
    id: 'aws-delete-volume',
    match: [
      'ec2 delete-volume',
      'lightsail delete-disk',
      'fsx delete-file-system|delete-volume|delete-storage-virtual-machine',
      'efs delete-file-system',
      'storagegateway delete-volume|delete-gateway|delete-file-share',
    ],
    kind: 'drop',
    subject:
      'the volume {--volume-id|--disk-name|--file-system-id|--storage-virtual-machine-id|--volume-arn|--gateway-arn|--file-share-arn}',
  },
  {
    id: 'aws-detach-volume',
    match: 'ec2 detach-volume --force',
    kind: 'terminate',
    reach: 'one',
    subject: 'the volume {--volume-id}',
  },
  {
    id: 'aws-delete-bucket',
    match: ['s3 rb', 's3api delete-bucket', 'lightsail delete-bucket'],
    kind: 'drop',
    subject: 'the bucket {*} {--bucket|--bucket-name}',
    takesAll: true,
  },
  {
    id: 'aws-delete-objects',
    match: 's3 rm --recursive',
    kind: 'delete',
    subject: 'everything under {last}',
  },
  {
    id: 'aws-delete-object',
    match: ['s3 rm !--recursive', 's3api delete-object|delete-objects'],
    kind: 'delete',
    reach: 'some',
    subject: '{*} {--key}[ of {--bucket}]',
  },
  {
    id: 'aws-mirror-objects',
    match: 's3 sync * s3:* --delete',
    kind: 'delete',
    reach: 'some',
    subject: 'whatever {last} has that the source has not',
  },
  {
    id: 'aws-delete-stream',
    match: 'kinesis delete-stream',
    kind: 'drop',
    subject: 'the stream {--stream-name|--stream-arn}',
  },
];

const accounts: readonly CommandRule[] = [
  {
    id: 'aws-delete-stack',
    match: 'cloudformation delete-stack|delete-stack-set|delete-stack-instances',
    kind: 'drop',
    subject: 'the stack {--stack-name|--stack-set-name}',
    takesAll: true,
  },
  {
    id: 'aws-change-stack',
    match: [
      'cloudformation deploy !--no-execute-changeset',
      'cloudformation update-stack|execute-change-set|update-stack-set|rollback-stack',
    ],
    kind: 'update',
    reach: 'some',
    subject: 'the resources of the stack {--stack-name|--stack-set-name}',
  },
  {
    id: 'aws-close-account',
    match: 'organizations close-account|remove-account-from-organization|leave-organization',
    kind: 'drop',
    subject: 'the account {--account-id}',
    takesAll: true,
  },
  {
    id: 'aws-delete-users',
    match: 'cognito-idp delete-user-pool|admin-delete-user',
    kind: 'delete',
    reach: 'some',
    subject: 'users of the pool {--user-pool-id}',
  },
  {
    id: 'aws-delete-key',
    match: [
      'kms schedule-key-deletion|disable-key|delete-imported-key-material|delete-custom-key-store',
      'cloudhsmv2 delete-cluster|delete-hsm',
    ],
    kind: 'delete',
    reach: 'one',
    subject: 'the key {--key-id|--custom-key-store-id|--cluster-id} and what is encrypted with it',
  },
  {
    id: 'aws-delete-secret',
    match: [
      'secretsmanager delete-secret|remove-regions-from-replication',
      'ssm delete-parameter|delete-parameters',
    ],
    kind: 'delete',
    reach: 'some',
    subject: 'the secret {--secret-id|--name|--names} {*}',
  },
];

const flags =
  'debug no-verify-ssl no-paginate no-sign-request no-cli-pager cli-auto-prompt no-cli-auto-prompt recursive force delete quiet dryrun only-show-errors dry-run skip-final-snapshot delete-automated-backups force-delete-without-recovery force-delete hibernate no-execute-changeset terminate-instances';

export const awsTools: readonly Tool[] = [
  {
    names: ['aws'],
    shape: { flags: flags.split(' ') },
    rules: [...databases, ...backups, ...machines, ...storage, ...accounts],
    idle: ['--dryrun', '--dry-run', '--generate-cli-skeleton', '... help'],
    place: placeInAws,
    carried: [
      {
        match: 'rds-data execute-statement|batch-execute-statement',
        option: 'sql',
        language: 'sql',
      },
      { match: 'redshift-data execute-statement', option: 'sql', language: 'postgresql' },
      { match: 'redshift-data batch-execute-statement', option: 'sqls', language: 'postgresql' },
      { match: 'athena start-query-execution', option: 'query-string', language: 'sql' },
      { match: 'dynamodb execute-statement', option: 'statement', language: 'sql' },
    ],
  },
];
