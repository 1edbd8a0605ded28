import { namedPlace } from '../places/namedPlace';
import { placeInAzure } from '../places/azure';
import type { CommandRule, Tool } from '../tool';

const name = '{--name|-n} {--ids}';

const rules: readonly CommandRule[] = [
  {
    id: 'az-delete-database',
    match: [
      'sql server|db|mi|midb|elastic-pool delete',
      'sql dw delete',
      'postgres|mysql|mariadb server|db|flexible-server|arc-server|server-arc delete',
      'postgres|mysql flexible-server db delete',
      'cosmosdb delete',
      'cosmosdb sql|mongodb|cassandra|gremlin|table database|container|collection|keyspace|table|graph delete',
      'cosmosdb mongocluster|postgres cluster delete',
      'cosmosdb table delete',
      'redis|redisenterprise delete',
      'redisenterprise database delete|flush',
      'redis flush',
      'kusto cluster|database delete',
      'synapse workspace delete',
      'synapse sql|spark pool delete',
      'databricks workspace delete',
      'search service delete',
    ],
    kind: 'drop',
    subject: `the database ${name} {--database-name|--cluster-name|--workspace-name}[ of {--server|-s|--server-name|--account-name|-a}]`,
    takesAll: true,
  },
  {
    id: 'az-stop-database',
    match: [
      'postgres|mysql|mariadb server|flexible-server stop|restart',
      'sql mi stop|failover',
      'sql db failover',
      'sql dw pause',
      'redis force-reboot',
      'kusto cluster stop',
      'synapse sql pool pause',
    ],
    kind: 'terminate',
    reach: 'one',
    subject: `the database ${name}`,
  },
  {
    id: 'az-delete-backup',
    match: [
      'snapshot|image delete',
      'sql db|mi ltr-backup delete',
      'sql midb ltr-backup delete',
      'postgres|mysql flexible-server backup delete',
      'backup vault|policy delete',
      'backup protection disable --delete-backup-data',
      'dataprotection backup-vault|backup-instance|backup-policy delete',
      'netappfiles snapshot delete',
      'netappfiles volume backup delete',
      'restore-point collection delete',
    ],
    kind: 'delete',
    subject: `the backup ${name} {--item-name}`,
  },
  {
    id: 'az-stop-machine',
    match: [
      'vm delete|deallocate|stop|restart|redeploy|reimage|simulate-eviction',
      'vmss delete|deallocate|stop|restart|delete-instances|reimage|scale',
      'container delete|stop|restart',
    ],
    kind: 'terminate',
    reach: 'some',
    subject: `the machine ${name}`,
  },
  {
    id: 'az-delete-cluster',
    match: ['aks delete|stop', 'hdinsight delete', 'containerapp env delete'],
    kind: 'terminate',
    subject: `the cluster ${name}`,
    takesAll: true,
  },
  {
    id: 'az-shrink-cluster',
    match: ['aks nodepool delete|stop', 'aks scale --node-count|c=0'],
    kind: 'terminate',
    reach: 'some',
    subject: `nodes ${name}[ of {--cluster-name}]`,
  },
  {
    id: 'az-delete-volume',
    match: [
      'disk delete',
      'storage share|share-rm delete',
      'netappfiles volume|pool|account delete',
      'elastic-san delete',
      'elastic-san volume delete',
    ],
    kind: 'drop',
    subject: `the disk ${name}`,
  },
  {
    id: 'az-delete-storage',
    match: [
      'storage account|container|container-rm|fs|table|queue delete',
      'storage blob|file delete-batch',
      'storage remove --recursive',
    ],
    kind: 'drop',
    subject: `the storage ${name} {--source|-s} {--container-name}`,
    takesAll: true,
  },
  {
    id: 'az-delete-blob',
    match: [
      'storage blob|file|entity delete',
      'storage fs file|directory delete',
      'storage directory delete',
      'storage remove !--recursive',
      'storage blob sync --delete-destination=true',
    ],
    kind: 'delete',
    reach: 'some',
    subject: `${name} [ of {--container-name|-c|--share-name|--table-name|--file-system|-f}]`,
  },
  {
    id: 'az-delete-group',
    match: [
      'group delete',
      'resource delete',
      'stack group|sub|mg delete',
      'account subscription cancel',
      'deployment group|sub create --mode=Complete|complete',
    ],
    kind: 'drop',
    subject: `everything[ in {--name|-n|--resource-group|-g}]`,
    takesAll: true,
  },
  {
    id: 'az-delete-key',
    match: ['keyvault delete|purge', 'keyvault key delete|purge', 'keyvault delete-hsm'],
    kind: 'delete',
    subject: `the key ${name} {--hsm-name|--vault-name} and what is encrypted with it`,
  },
  {
    id: 'az-delete-secret',
    match: 'keyvault secret delete|purge',
    kind: 'delete',
    reach: 'one',
    subject: `the secret ${name} {--vault-name}`,
  },
];

const flags = 'yes y no-wait debug verbose only-show-errors force recursive r delete-backup-data';

const copyRules: readonly CommandRule[] = [
  {
    id: 'azcopy-remove',
    match: 'remove|rm',
    kind: 'delete',
    reach: 'some',
    subject: '{*}',
  },
  {
    id: 'azcopy-mirror',
    match: 'sync * http* --delete-destination=true',
    kind: 'delete',
    reach: 'some',
    subject: 'whatever {last} has that the source has not',
  },
];

export const azureTools: readonly Tool[] = [
  {
    names: ['az'],
    shape: { flags: flags.split(' ') },
    rules,
    idle: ['--dryrun', '--dry-run', '-h', '--what-if'],
    place: placeInAzure,
  },
  {
    names: ['azcopy'],
    shape: { flags: ['recursive'] },
    rules: copyRules,
    idle: ['--dry-run'],
    place: namedPlace('Azure'),
  },
];
