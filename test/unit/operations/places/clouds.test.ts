import { describe } from 'mocha';
import { itIsPlaced, type Placed } from './placedAt';

const stop = 'ec2 stop-instances --instance-ids i-1';

const aws: readonly Placed[] = [
  { line: `aws ${stop}`, place: 'cloud: the name i-1' },
  { line: `aws --profile dev ${stop}`, place: 'cloud: the profile dev, the name i-1' },
  {
    line: `aws ${stop}`,
    variables: { AWS_PROFILE: 'live' },
    place: 'cloud: the profile live, the name i-1',
  },
  {
    line: `aws --profile dev ${stop}`,
    variables: { AWS_PROFILE: 'live' },
    place: 'cloud: the profile dev, the name i-1',
  },
  { line: `aws --endpoint-url http://localhost:4566 ${stop}`, place: 'local: the name i-1' },
  {
    line: `aws ${stop}`,
    variables: { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' },
    place: 'local: the name i-1',
  },
  {
    line: 'aws s3 rb s3://scores',
    variables: { AWS_ENDPOINT_URL_S3: 'http://minio:9000' },
    place: 'local: the name s3://scores',
  },
  {
    line: `aws ${stop}`,
    variables: { AWS_ENDPOINT_URL_S3: 'http://minio:9000' },
    place: 'cloud: the name i-1',
  },
  {
    line: 'aws s3 rb s3://scores',
    variables: { AWS_ENDPOINT_URL: 'https://live.storage.example.com' },
    place: 'cloud: the endpoint live.storage.example.com, the name s3://scores',
  },
  {
    line: 'aws s3 sync ./dev-data s3://scores --delete',
    place: 'cloud: the name s3://scores',
  },
];

const active = '/home/user/.config/gcloud/active_config';
const configuration = '/home/user/.config/gcloud/configurations/config_work';

const google: readonly Placed[] = [
  {
    line: 'gcloud sql instances delete scores --project live',
    files: { [active]: 'work', [configuration]: '[core]\nproject = other\n' },
    place: 'cloud: the project live, the name scores',
  },
  {
    line: 'gcloud sql instances delete scores',
    files: { [active]: 'work\n', [configuration]: '[core]\naccount = a\nproject = live\n' },
    place: 'cloud: the configuration work, the project live, the name scores',
  },
  {
    line: 'gcloud sql instances delete scores --configuration work',
    files: { [configuration]: '[core]\nproject=live' },
    place: 'cloud: the configuration work, the project live, the name scores',
  },
  {
    line: 'gcloud sql instances delete scores',
    variables: { CLOUDSDK_CORE_PROJECT: 'dev' },
    files: { [active]: 'work' },
    place: 'cloud: the project dev, the name scores',
  },
  {
    line: 'gsutil rb gs://scores',
    variables: { STORAGE_EMULATOR_HOST: 'localhost:4443' },
    place: 'local: the name gs://scores',
  },
];

const profile = '/home/user/.azure/azureProfile.json';

const azure: readonly Placed[] = [
  {
    line: 'az group delete -n scores --subscription live',
    place: 'cloud: the subscription live, the name scores',
  },
  {
    line: 'az vm stop -n vm-1 -g rg-dev',
    files: {
      [profile]: '\uFEFF{"subscriptions":[{"name":"other"},{"name":"Live 1","isDefault":true}]}',
    },
    place: 'cloud: the resource group rg-dev, the subscription Live 1, the name vm-1',
  },
  {
    line: 'az vm stop -n vm-1',
    files: { [profile]: '{' },
    place: 'cloud: the name vm-1',
  },
];

const kubeconfig = '/home/user/.kube/config';

const kubernetes: readonly Placed[] = [
  { line: 'kubectl delete pod db-0', place: 'cloud: the name pod, the name db-0' },
  {
    line: 'kubectl delete -f db.yaml -n scores --context live',
    place: 'cloud: the context live, the namespace scores, the name db.yaml',
  },
  {
    line: 'kubectl delete -f db.yaml',
    files: { [kubeconfig]: 'apiVersion: v1\ncurrent-context: live\n' },
    place: 'cloud: the context live, the name db.yaml',
  },
  {
    line: 'kubectl delete -f prod.yaml',
    files: { [kubeconfig]: 'current-context: "kind-scores"\n' },
    place: 'local: the name prod.yaml',
  },
  { line: 'helm uninstall db --kube-context minikube', place: 'local: the name db' },
  {
    line: 'helm uninstall db',
    variables: { KUBECONFIG: 'a.yaml:/etc/b.yaml' },
    files: { '/project/a.yaml': 'contexts: []', '/etc/b.yaml': 'current-context: live' },
    place: 'cloud: the context live, the name db',
  },
  {
    line: 'helm uninstall db',
    variables: { KUBECONFIG: 'C:\\a.yaml;C:\\b.yaml' },
    files: { 'C:\\b.yaml': 'current-context: live' },
    place: 'cloud: the context live, the name db',
  },
];

describe('where the resources are that a command names', () => {
  itIsPlaced([...aws, ...google, ...azure, ...kubernetes]);
});
