import { placeInGoogleCloud } from '../places/google';
import { namedPlace } from '../places/namedPlace';
import type { CommandRule, Tool } from '../tool';

/** Every command of gcloud is there in two more stages of its making. */
function released(...patterns: readonly string[]): readonly string[] {
  return patterns.map((pattern) => `[alpha|beta] ${pattern}`);
}

const rules: readonly CommandRule[] = [
  {
    id: 'gcloud-delete-database',
    match: released(
      'sql instances|databases delete',
      'spanner instances|databases delete',
      'bigtable instances|clusters|tables delete',
      'bigtable instances tables|clusters delete',
      'alloydb clusters|instances delete',
      'firestore databases delete',
      'redis instances|clusters delete',
      'memcache|memorystore instances delete',
      'bms|dataproc instances|clusters delete',
      'bq datasets|tables delete',
      'composer environments delete',
      'metastore services delete',
    ),
    kind: 'drop',
    subject: 'the database {*}',
    takesAll: true,
  },
  {
    id: 'gcloud-delete-documents',
    match: released('firestore bulk-delete', 'datastore indexes cleanup'),
    kind: 'delete',
    subject: 'documents of {--collection-ids|--database}',
  },
  {
    id: 'gcloud-stop-database',
    match: released(
      'sql instances restart|failover|reset-ssl-config',
      'sql instances patch --activation-policy=NEVER|never',
      'sql instances patch --no-backup',
      'alloydb instances restart|failover',
      'redis instances failover',
    ),
    kind: 'terminate',
    reach: 'one',
    subject: 'the database {*}',
  },
  {
    id: 'gcloud-overwrite-database',
    match: released(
      'sql backups restore',
      'sql instances restore-backup',
      'sql import',
      'firestore import',
    ),
    kind: 'overwrite',
    subject: 'the database {--restore-instance|--backup-instance} {*}',
  },
  {
    id: 'gcloud-delete-backup',
    match: released(
      'sql|spanner|bigtable|alloydb|filestore|firestore backups delete',
      'firestore backups schedules delete',
      'compute snapshots|images|machine-images|resource-policies|snapshot-schedules delete',
      'compute disks remove-resource-policies',
      'filestore|netapp snapshots|backups delete',
      'netapp volumes snapshots delete',
      'netapp backup-vaults delete',
      'backup-dr backup-vaults|backup-plans|backups|backup-plan-associations delete',
      'container backup-restore backups|backup-plans delete',
    ),
    kind: 'delete',
    subject: 'the backup {*}',
  },
  {
    id: 'gcloud-stop-instances',
    match: released(
      'compute instances delete|stop|reset|suspend',
      'compute tpus tpu-vm delete|stop',
      'notebooks|workbench instances delete|stop|reset',
      'bms instances reset|stop',
    ),
    kind: 'terminate',
    reach: 'some',
    subject: 'the instance {*}',
  },
  {
    id: 'gcloud-shrink-group',
    match: released(
      'compute instance-groups managed delete|delete-instances|recreate-instances|stop-instances|suspend-instances',
      'compute instance-groups managed resize --size=0',
      'compute instance-groups managed rolling-action replace|restart',
      'compute instance-groups unmanaged delete',
    ),
    kind: 'terminate',
    reach: 'some',
    subject: 'instances of the group {*}',
  },
  {
    id: 'gcloud-delete-cluster',
    match: released(
      'container clusters delete',
      'container aws|azure|vmware|bare-metal clusters delete',
    ),
    kind: 'terminate',
    subject: 'the cluster {*}',
    takesAll: true,
  },
  {
    id: 'gcloud-shrink-cluster',
    match: released('container node-pools delete', 'container clusters resize --num-nodes|size=0'),
    kind: 'terminate',
    reach: 'some',
    subject: 'nodes of {*} {--cluster}',
  },
  {
    id: 'gcloud-delete-volume',
    match: released(
      'compute disks delete',
      'filestore instances delete',
      'netapp volumes|storage-pools delete',
    ),
    kind: 'drop',
    subject: 'the disk {*}',
  },
  {
    id: 'gcloud-delete-bucket',
    match: released('storage buckets delete'),
    kind: 'drop',
    subject: 'the bucket {*}',
    takesAll: true,
  },
  {
    id: 'gcloud-delete-objects',
    match: released('storage rm', 'storage objects delete'),
    kind: 'delete',
    reach: 'some',
    subject: 'the objects {*}',
  },
  {
    id: 'gcloud-mirror-objects',
    match: released('storage rsync --delete-unmatched-destination-objects'),
    kind: 'delete',
    reach: 'some',
    subject: 'whatever {last} has that the source has not',
  },
  {
    id: 'gcloud-delete-project',
    match: released(
      'projects delete',
      'deployment-manager deployments delete',
      'infra-manager deployments delete',
      'firebase projects delete',
    ),
    kind: 'drop',
    subject: 'the project {*}',
    takesAll: true,
  },
  {
    id: 'gcloud-destroy-key',
    match: released('kms keys versions destroy|disable'),
    kind: 'delete',
    reach: 'one',
    subject: 'the key {--key} and what is encrypted with it',
  },
  {
    id: 'gcloud-delete-secret',
    match: released('secrets delete', 'secrets versions destroy|disable'),
    kind: 'delete',
    reach: 'one',
    subject: 'the secret {--secret} {*}',
  },
];

const firebaseRules: readonly CommandRule[] = [
  {
    id: 'firebase-delete',
    match: ['firestore:delete|database:remove', 'firestore:databases:delete'],
    kind: 'delete',
    subject: 'everything under {*}',
  },
  {
    id: 'firebase-overwrite',
    match: 'database:set|database:import|auth:import',
    kind: 'overwrite',
    subject: '{*}',
  },
];

const gcloudFlags =
  'quiet q async force recursive r user-output-enabled no-user-output-enabled log-http delete-unmatched-destination-objects all-versions a all continue-on-error c keep-disks delete-disks';

const bucketRules: readonly CommandRule[] = [
  {
    id: 'gsutil-delete-bucket',
    match: 'rb',
    kind: 'drop',
    subject: 'the bucket {*}',
    takesAll: true,
  },
  {
    id: 'gsutil-delete-objects',
    match: 'rm',
    kind: 'delete',
    reach: 'some',
    subject: 'the objects {*}',
  },
  {
    id: 'gsutil-mirror-objects',
    match: 'rsync -d !-n',
    kind: 'delete',
    reach: 'some',
    subject: 'whatever {last} has that the source has not',
  },
];

const warehouseRules: readonly CommandRule[] = [
  {
    id: 'bq-delete-dataset',
    match: 'rm -r|d|dataset|recursive',
    kind: 'drop',
    subject: 'the dataset {*}',
    takesAll: true,
  },
  {
    id: 'bq-delete',
    match: 'rm !-r|d|dataset|recursive',
    kind: 'drop',
    subject: '{*}',
  },
  {
    id: 'bq-replace',
    match: ['load --replace', 'cp -f|force', 'truncate'],
    kind: 'overwrite',
    subject: 'the table {*}',
  },
];

const bucketShape = {
  leading: { valued: ['h', 'o', 'u', 'i'], aliases: {} },
  own: { valued: ['j', 'x', 'y'], aliases: {}, bundles: true },
} as const;

const warehouseFlags =
  'r recursive f force d dataset t table m model replace headless sync q quiet';

export const googleTools: readonly Tool[] = [
  {
    names: ['gcloud'],
    shape: { flags: gcloudFlags.split(' ') },
    rules,
    idle: ['--dry-run', '-h'],
    place: placeInGoogleCloud,
    carried: [
      { match: '[alpha|beta] spanner databases execute-sql', option: 'sql', language: 'sql' },
      { match: '[alpha|beta] spanner databases ddl update', option: 'ddl', language: 'sql' },
    ],
  },
  { names: ['gsutil'], shape: bucketShape, rules: bucketRules, place: placeInGoogleCloud },
  {
    names: ['bq'],
    shape: { flags: warehouseFlags.split(' ') },
    rules: warehouseRules,
    idle: ['--dry_run'],
    place: placeInGoogleCloud,
  },
  {
    names: ['firebase'],
    shape: { flags: ['force', 'f', 'all-collections', 'r', 'recursive'] },
    rules: firebaseRules,
    idle: ['-h'],
    place: namedPlace('Firebase', { 'the project': '--project -P $GCLOUD_PROJECT' }),
  },
];
