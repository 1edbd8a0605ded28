import { shapeOf } from '../../targets/tools/toolOptions';
import { placeAtHost } from '../places/placeAtHost';
import type { CommandRule, Tool } from '../tool';

const vaultRules: readonly CommandRule[] = [
  {
    id: 'vault-disable-secrets',
    match: 'secrets disable',
    kind: 'drop',
    subject: 'every secret under {*}',
    takesAll: true,
  },
  {
    id: 'vault-delete-secret',
    match: ['kv delete|destroy', 'kv metadata delete', 'delete'],
    kind: 'delete',
    reach: 'one',
    subject: 'the secret {*}',
  },
  {
    id: 'vault-restore',
    match: 'operator raft snapshot restore',
    kind: 'overwrite',
    subject: 'every secret',
    takesAll: true,
  },
];

const etcdRules: readonly CommandRule[] = [
  {
    id: 'etcd-delete-range',
    match: ['del --prefix', 'del --from-key', 'del * *'],
    kind: 'delete',
    reach: 'some',
    subject: 'the keys {*}',
  },
  {
    id: 'etcd-delete',
    match: 'del * !--prefix !--from-key',
    kind: 'delete',
    reach: 'one',
    subject: 'the key {last}',
  },
  {
    id: 'etcd-restore',
    match: ['snapshot restore', 'member remove'],
    kind: 'overwrite',
    subject: 'the keys of a member',
  },
];

const consulRules: readonly CommandRule[] = [
  {
    id: 'consul-delete',
    match: ['kv delete', 'kv import', 'snapshot restore'],
    kind: 'delete',
    reach: 'some',
    subject: 'the keys {*}',
  },
];

const nomadRules: readonly CommandRule[] = [
  {
    id: 'nomad-stop',
    match: ['stop', 'job stop', 'alloc stop', 'node drain --enable', 'namespace delete'],
    kind: 'terminate',
    reach: 'some',
    subject: 'the job {*}',
  },
  {
    id: 'nomad-delete-volume',
    match: 'volume delete|deregister',
    kind: 'drop',
    subject: 'the volume {*}',
  },
];

export const keyValueTools: readonly Tool[] = [
  {
    names: ['vault', 'bao'],
    shape: { flags: ['f', 'force', 'prefix', 'detailed'] },
    rules: vaultRules,
    idle: ['-output-curl-string', '-h'],
    place: placeAtHost('Vault', '-address $VAULT_ADDR $BAO_ADDR', {
      'the namespace': '--namespace $VAULT_NAMESPACE',
    }),
  },
  {
    names: ['etcdctl', 'etcdutl'],
    shape: shapeOf('endpoints user password cert key cacert data-dir'),
    rules: etcdRules,
    place: placeAtHost('etcd', '--endpoints $ETCDCTL_ENDPOINTS'),
  },
  {
    names: ['consul'],
    shape: { flags: ['recurse', 'cas'] },
    rules: consulRules,
    place: placeAtHost('Consul', '--http-addr $CONSUL_HTTP_ADDR', {
      'the namespace': '--namespace $CONSUL_NAMESPACE',
    }),
  },
  {
    names: ['nomad'],
    shape: { flags: ['purge', 'detach', 'yes', 'global', 'enable', 'force'] },
    rules: nomadRules,
    place: placeAtHost('Nomad', '--address $NOMAD_ADDR', {
      'the namespace': '--namespace $NOMAD_NAMESPACE',
    }),
  },
];
