import { describe } from 'mocha';
import { itIsPlaced, type Placed } from './placedAt';

const terraform: readonly Placed[] = [
  { line: 'terraform destroy', place: 'cloud' },
  {
    line: 'terraform destroy',
    cwd: '/home/me/live/dev/eu/scores',
    place: 'cloud: the folder dev',
  },
  {
    line: 'terraform -chdir=envs/prod destroy -var-file=prod.tfvars',
    cwd: '/home/me/scores',
    place: 'cloud: the variables file prod.tfvars, the folder prod',
  },
  {
    line: 'terraform destroy',
    variables: { TF_WORKSPACE: 'live', AWS_PROFILE: 'work' },
    place: 'cloud: the workspace live, the profile work',
  },
  {
    line: 'terraform destroy',
    files: { '/project/.terraform/environment': 'staging\n' },
    place: 'cloud: the workspace staging',
  },
  {
    line: 'terraform destroy',
    files: { '/project/.terraform/environment': 'default' },
    place: 'cloud',
  },
  {
    line: 'terraform destroy',
    variables: { AWS_ENDPOINT_URL: 'http://localhost:4566' },
    place: 'local',
  },
  {
    line: 'pulumi destroy -s live -C infra/dev',
    place: 'cloud: the stack live, the folder dev, the name live',
  },
  { line: 'cdk destroy ScoresProd', place: 'cloud: the name ScoresProd' },
  {
    line: 'serverless remove --stage live',
    place: 'cloud: the stage live, the name live',
  },
];

const minio = '/home/user/.mc/config.json';

const storage: readonly Placed[] = [
  {
    line: 'mc rb live/scores',
    place: 'cloud: the alias live, the name live/scores',
  },
  {
    line: 'mc rb store/scores',
    files: { [minio]: '{"aliases":{"store":{"url":"http://localhost:9000"}}}' },
    place: 'machine: the alias store, the name store/scores',
  },
  {
    line: 'mc rb store/scores',
    files: { [minio]: '{"aliases":{"store":{"url":"https://store-live.example.com"}}}' },
    place: 'cloud: the host store-live.example.com, the alias store, the name store/scores',
  },
  {
    line: 'mc rb store/scores',
    variables: { MC_HOST_store: 'https://key:s3cret@store-live.example.com' },
    place: 'cloud: the host store-live.example.com, the alias store, the name store/scores',
  },
  {
    line: 'mc rb store/scores',
    files: { [minio]: '{' },
    place: 'cloud: the alias store, the name store/scores',
  },
  { line: 'restic forget 1', place: 'machine: the name 1' },
  { line: 'restic -r /mnt/backups forget 1', place: 'machine: the name 1' },
  {
    line: 'restic forget 1',
    variables: { RESTIC_REPOSITORY: 'rest:https://me:s3cret@live.example.com/' },
    place: 'cloud: the repository rest:https://me:***@live.example.com/, the name 1',
  },
  {
    line: 'borg delete backup-live:scores::monday',
    place: 'cloud: the repository backup-live:scores::monday, the name backup-live:scores::monday',
  },
];

const servers: readonly Placed[] = [
  { line: 'vault kv delete secret/db', place: 'machine: the name secret/db' },
  {
    line: 'vault kv delete secret/db',
    variables: { VAULT_ADDR: 'https://vault.live.example.com:8200', VAULT_NAMESPACE: 'scores' },
    place: 'cloud: the host vault.live.example.com, the namespace scores, the name secret/db',
  },
  {
    line: 'vault kv delete secret/db',
    variables: { VAULT_ADDR: 'http://127.0.0.1:8200' },
    place: 'machine: the name secret/db',
  },
  {
    line: 'etcdctl --endpoints etcd-live:2379 del a',
    place: 'cloud: the host etcd-live, the name a',
  },
  {
    line: 'curl -X DELETE https://search.local:9200/games-dev',
    place: 'cloud: the host search, the name search/games-dev',
  },
  {
    line: 'http DELETE :9200/games',
    place: 'machine: the name :9200/games',
  },
  {
    line: 'systemctl -H root@db-live stop postgresql',
    place: 'cloud: the host db-live, the name postgresql',
  },
  {
    line: 'virsh -c qemu+ssh://root@host-live/system destroy db',
    place: 'cloud: the host host-live, the name db',
  },
  { line: 'virsh destroy db', place: 'machine: the name db' },
  { line: 'reboot', place: 'machine' },
];

describe('where infrastructure, storage and servers are', () => {
  itIsPlaced([...terraform, ...storage, ...servers]);
});
