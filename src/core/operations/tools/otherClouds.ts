import { shapeOf } from '../../targets/tools/toolOptions';
import { namedPlace } from '../places/namedPlace';
import type { CommandRule, Tool } from '../tool';

const doctlRules: readonly CommandRule[] = [
  {
    id: 'doctl-delete-database',
    match: ['databases|database|db|dbs|d delete|rm', 'databases|database|db|dbs|d db delete|rm'],
    kind: 'drop',
    subject: 'the database {*}',
    takesAll: true,
  },
  {
    id: 'doctl-stop-droplet',
    match: [
      'compute|c droplet|droplets|d delete|del|d|rm',
      'compute|c droplet-action|da power-off|shutdown|reboot|power-cycle|rebuild|restore|resize',
    ],
    kind: 'terminate',
    reach: 'some',
    subject: 'the droplet {*}',
  },
  {
    id: 'doctl-delete-volume',
    match: ['compute|c volume delete|d|rm', 'compute|c volume-action detach'],
    kind: 'drop',
    subject: 'the volume {*}',
  },
  {
    id: 'doctl-delete-backup',
    match: ['compute|c snapshot|image delete|d|rm', 'databases|d backups delete'],
    kind: 'delete',
    reach: 'one',
    subject: 'the backup {*}',
  },
  {
    id: 'doctl-delete-cluster',
    match: [
      'kubernetes|kube|k8s|k cluster|clusters|c delete|rm',
      'kubernetes|kube|k8s|k cluster|clusters|c node-pool|np delete|delete-node',
    ],
    kind: 'terminate',
    subject: 'the cluster {*}',
    takesAll: true,
  },
];

const hetznerRules: readonly CommandRule[] = [
  {
    id: 'hcloud-stop-server',
    match: 'server delete|shutdown|poweroff|reset|reboot|rebuild',
    kind: 'terminate',
    reach: 'some',
    subject: 'the server {*}',
  },
  {
    id: 'hcloud-delete-volume',
    match: ['volume delete|detach', 'storage-box delete'],
    kind: 'drop',
    subject: 'the volume {*}',
  },
  {
    id: 'hcloud-delete-backup',
    match: ['image delete', 'server disable-backup'],
    kind: 'delete',
    reach: 'one',
    subject: 'the backup {*}',
  },
];

const linodeRules: readonly CommandRule[] = [
  {
    id: 'linode-delete-database',
    match: 'databases mysql-delete|postgresql-delete',
    kind: 'drop',
    subject: 'the database {*}',
    takesAll: true,
  },
  {
    id: 'linode-stop-instance',
    match: 'linodes delete|rm|shutdown|reboot|rebuild|disk-delete',
    kind: 'terminate',
    reach: 'some',
    subject: 'the instance {*}',
  },
  {
    id: 'linode-delete-volume',
    match: ['volumes delete|detach', 'obj rb|del|rm', 'images delete', 'linodes backups-cancel'],
    kind: 'drop',
    subject: 'the volume {*}',
  },
  {
    id: 'linode-delete-cluster',
    match: 'lke cluster-delete|pool-delete|cluster-nodes-recycle',
    kind: 'terminate',
    subject: 'the cluster {*}',
    takesAll: true,
  },
];

const oracleRules: readonly CommandRule[] = [
  {
    id: 'oci-delete-database',
    match: [
      'db autonomous-database|database|pluggable-database|autonomous-container-database delete',
      'db system|cloud-vm-cluster|vm-cluster terminate|delete',
      'mysql|psql db-system delete',
      'nosql table delete',
      'redis redis-cluster delete',
    ],
    kind: 'drop',
    subject:
      'the database {--autonomous-database-id|--database-id|--db-system-id|--table-name-or-id|--pluggable-database-id|--redis-cluster-id}',
    takesAll: true,
  },
  {
    id: 'oci-stop',
    match: [
      'compute instance terminate',
      'compute instance action --action=STOP|SOFTSTOP|RESET|SOFTRESET',
      'db autonomous-database stop|restart',
      'mysql db-system stop|restart',
      'db node stop|reset|softreset',
      'compute-management instance-pool terminate|stop|reset',
    ],
    kind: 'terminate',
    reach: 'some',
    subject:
      'the instance {--instance-id|--autonomous-database-id|--db-system-id|--db-node-id|--instance-pool-id}',
  },
  {
    id: 'oci-delete-storage',
    match: [
      'bv volume|boot-volume|volume-group delete',
      'fs file-system delete',
      'os bucket|object delete',
      'os object bulk-delete|bulk-delete-versions',
    ],
    kind: 'drop',
    subject:
      'the storage {--volume-id|--boot-volume-id|--file-system-id|--bucket-name|--name|--object-name}',
  },
  {
    id: 'oci-delete-backup',
    match: [
      'bv backup|boot-volume-backup|volume-group-backup delete',
      'db backup|autonomous-database-backup delete',
      'mysql|psql backup delete',
      'fs snapshot delete',
    ],
    kind: 'delete',
    reach: 'one',
    subject: 'the backup {--volume-backup-id|--boot-volume-backup-id|--backup-id|--snapshot-id}',
  },
  {
    id: 'oci-delete-all',
    match: [
      'ce cluster|node-pool delete',
      'iam compartment delete',
      'resource-manager stack delete',
    ],
    kind: 'terminate',
    subject: 'everything in {--cluster-id|--node-pool-id|--compartment-id|--stack-id}',
    takesAll: true,
  },
  {
    id: 'oci-delete-key',
    match: [
      'kms management key schedule-deletion|disable',
      'vault secret schedule-secret-deletion',
    ],
    kind: 'delete',
    reach: 'one',
    subject: 'the key {--key-id|--secret-id} and what is encrypted with it',
  },
];

const ibmRules: readonly CommandRule[] = [
  {
    id: 'ibmcloud-delete-database',
    match: 'resource service-instance-delete',
    kind: 'drop',
    subject: 'the service {*}',
    takesAll: true,
  },
  {
    id: 'ibmcloud-stop-instance',
    match: ['is instance-delete|instance-stop|instance-reboot', 'sl vs cancel|power-off|reboot'],
    kind: 'terminate',
    reach: 'some',
    subject: 'the instance {*}',
  },
  {
    id: 'ibmcloud-delete-storage',
    match: [
      'is volume-delete|snapshot-delete|share-delete',
      'cos bucket-delete|object-delete|objects-delete',
      'sl block|file volume-cancel|snapshot-cancel|snapshot-delete',
    ],
    kind: 'drop',
    subject: 'the storage {--bucket|--key} {*}',
  },
  {
    id: 'ibmcloud-delete-cluster',
    match: ['ks|oc cluster rm', 'ks|oc worker rm|reboot|reload|replace', 'ks|oc worker-pool rm'],
    kind: 'terminate',
    subject: 'the cluster {--cluster|-c}',
    takesAll: true,
  },
  {
    id: 'ibmcloud-delete-key',
    match: ['kp key delete', 'kp key schedule-delete|disable'],
    kind: 'delete',
    reach: 'one',
    subject: 'the key {*} and what is encrypted with it',
  },
];

const scalewayRules: readonly CommandRule[] = [
  {
    id: 'scw-delete-database',
    match: [
      'rdb|mongodb|redis|document-db|datawarehouse instance|database|cluster|deployment delete',
      'sdb-sql|serverless-sqldb database delete',
    ],
    kind: 'drop',
    subject: 'the database {*}',
    takesAll: true,
  },
  {
    id: 'scw-stop-server',
    match: [
      'instance server delete|terminate|stop|reboot|standby',
      'baremetal|elastic-metal|apple-silicon|dedibox server delete|stop|reboot|install',
      'rdb instance restart',
    ],
    kind: 'terminate',
    reach: 'some',
    subject: 'the server {*}',
  },
  {
    id: 'scw-delete-storage',
    match: [
      'instance|block volume|snapshot delete',
      'object bucket delete',
      'file filesystem delete',
    ],
    kind: 'drop',
    subject: 'the volume {*}',
  },
  {
    id: 'scw-delete-backup',
    match: ['rdb backup|snapshot delete', 'mongodb snapshot delete', 'instance image delete'],
    kind: 'delete',
    reach: 'one',
    subject: 'the backup {*}',
  },
  {
    id: 'scw-delete-cluster',
    match: ['k8s cluster delete', 'k8s pool delete', 'account project delete'],
    kind: 'terminate',
    subject: 'the cluster {*}',
    takesAll: true,
  },
  {
    id: 'scw-delete-key',
    match: ['keymanager|key-manager key delete|disable', 'secret secret|version delete'],
    kind: 'delete',
    reach: 'one',
    subject: 'the key {*} and what is encrypted with it',
  },
];

const aliyunRules: readonly CommandRule[] = [
  {
    id: 'aliyun-delete-database',
    match: [
      'rds|dds|polardb|gpdb DeleteDBInstance|DeleteDatabase|DeleteDBCluster|DestroyDBInstance',
      'r-kvstore DeleteInstance|FlushInstance|FlushExpireKeys',
      'ots DeleteInstance|DeleteTable',
    ],
    kind: 'drop',
    subject: 'the database {--DBInstanceId|--DBClusterId|--DBName|--InstanceId}',
    takesAll: true,
  },
  {
    id: 'aliyun-stop-instance',
    match: [
      'ecs DeleteInstance|DeleteInstances|StopInstance|StopInstances|RebootInstance|RebootInstances',
      'rds|dds RestartDBInstance|StopDBInstance',
    ],
    kind: 'terminate',
    reach: 'some',
    subject: 'the instance {--InstanceId|--DBInstanceId}',
  },
  {
    id: 'aliyun-delete-storage',
    match: ['ecs DeleteDisk|DeleteSnapshot|DeleteImage', 'oss rm|rb', 'nas DeleteFileSystem'],
    kind: 'drop',
    subject: 'the storage {--DiskId|--SnapshotId|--FileSystemId} {*}',
  },
  {
    id: 'aliyun-delete-backup',
    match: 'rds|dds|r-kvstore|polardb DeleteBackup|DeleteBackupFile',
    kind: 'delete',
    reach: 'some',
    subject: 'the backup {--BackupId}',
  },
  {
    id: 'aliyun-delete-stack',
    match: ['ros DeleteStack', 'cs DELETE /clusters/*', 'cs DeleteCluster'],
    kind: 'drop',
    subject: 'the stack {--StackId|--ClusterId} {last}',
    takesAll: true,
  },
  {
    id: 'aliyun-delete-key',
    match: 'kms ScheduleKeyDeletion|DisableKey|DeleteSecret',
    kind: 'delete',
    reach: 'one',
    subject: 'the key {--KeyId|--SecretName} and what is encrypted with it',
  },
];

const openstackRules: readonly CommandRule[] = [
  {
    id: 'openstack-delete-database',
    match: 'database instance|db delete|force',
    kind: 'drop',
    subject: 'the database {*}',
    takesAll: true,
  },
  {
    id: 'openstack-stop-server',
    match: ['server delete|stop|reboot|rebuild|suspend|shelve', 'database instance restart'],
    kind: 'terminate',
    reach: 'some',
    subject: 'the server {*}',
  },
  {
    id: 'openstack-delete-storage',
    match: [
      'volume|image|container|object|share delete',
      'volume snapshot|backup delete',
      'database backup delete',
      'server remove volume',
    ],
    kind: 'drop',
    subject: 'the storage {*}',
  },
  {
    id: 'openstack-delete-stack',
    match: ['stack|project delete', 'coe cluster delete'],
    kind: 'drop',
    subject: 'the stack {*}',
    takesAll: true,
  },
];

const flags = 'force f yes y quiet q cascade with-ip wait w all interactive no-interactive'.split(
  ' ',
);

export const otherCloudTools: readonly Tool[] = [
  {
    names: ['doctl'],
    shape: shapeOf('context access-token t u,api-url c,config o,output region', 'f,force'),
    rules: doctlRules,
    idle: ['-h'],
    place: namedPlace('DigitalOcean', { 'the context': '--context $DIGITALOCEAN_CONTEXT' }),
  },
  {
    names: ['hcloud'],
    shape: shapeOf('context config endpoint poll-interval image', 'q,quiet'),
    rules: hetznerRules,
    idle: ['-h'],
    place: namedPlace('Hetzner Cloud', { 'the context': '--context $HCLOUD_CONTEXT' }),
  },
  {
    names: ['linode-cli', 'linode', 'lin'],
    shape: { flags },
    rules: linodeRules,
    place: namedPlace('Linode', { 'the user': '--as-user' }),
  },
  {
    names: ['oci'],
    shape: { flags },
    rules: oracleRules,
    place: namedPlace('Oracle Cloud', { 'the profile': '--profile $OCI_CLI_PROFILE' }),
  },
  {
    names: ['ibmcloud', 'ic'],
    shape: { flags },
    rules: ibmRules,
    place: namedPlace('IBM Cloud', { 'the resource group': '-g' }),
  },
  {
    names: ['scw'],
    shape: shapeOf('p,profile c,config o,output', 'w,wait'),
    rules: scalewayRules,
    idle: ['-h'],
    place: namedPlace('Scaleway', { 'the profile': '--profile $SCW_PROFILE' }),
  },
  {
    names: ['aliyun'],
    shape: { flags: [...flags, 'r', 'recursive'] },
    rules: aliyunRules,
    idle: ['--dryrun', '--DryRun=true'],
    place: namedPlace('Alibaba Cloud', {
      'the profile': '--profile -p $ALIBABA_CLOUD_PROFILE',
    }),
  },
  {
    names: ['openstack'],
    shape: { flags: [...flags, 'purge', 'recursive', 'r', 'hard', 'soft'] },
    rules: openstackRules,
    place: namedPlace('OpenStack', {
      'the cloud': '--os-cloud $OS_CLOUD',
      'the project': '--os-project-name $OS_PROJECT_NAME',
    }),
  },
];
