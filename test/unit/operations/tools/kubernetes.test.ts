import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const effects: readonly Effect[] = [
  ['kubectl delete ns scores', 'drop all!: the ns scores, with all that is in it'],
  [
    'kubectl --context c delete namespace/scores',
    'drop all!: the namespace/scores, with all that is in it',
  ],
  ['kubectl delete pvc data-db-0 -n scores', 'drop all: the pvc data-db-0'],
  ['oc delete pod db-0 --force --grace-period=0', 'terminate some: pod db-0'],
  ['k delete sts/db', 'terminate some: sts/db'],
  [
    'kubectl delete clusters.postgresql.cnpg.io scores',
    'terminate some: clusters.postgresql.cnpg.io scores',
  ],
  ['kubectl delete all --all', 'terminate some: all'],
  ['kubectl delete -f db.yaml', 'drop some: what db.yaml describes'],
  ['kubectl drain node-1 --ignore-daemonsets', 'terminate some: the pods of the node node-1'],
  ['kubectl scale deploy/db --replicas=0', 'terminate some: deploy/db'],
  ['kubectl replace --force -f a.yaml', 'terminate some: what a.yaml describes, to start it anew'],
  ['kubectl apply --prune -k overlay', 'drop some: what overlay no longer describes'],
  ['kubectl delete ns scores --dry-run=none', 'drop all!: the ns scores, with all that is in it'],
  ['helm uninstall db -n scores', 'terminate all: the release db'],
  [
    'helm upgrade db chart --force',
    'terminate some: the resources of the release db chart, to start them anew',
  ],
  ['helm rollback db 2', 'update some: the release db 2'],
  ['velero backup delete nightly --confirm', 'delete all: the backup nightly'],
  ['eksctl delete cluster --name scores', 'terminate all!: the cluster scores'],
];

const others: readonly string[] = [
  'kubectl get pods',
  'kubectl get ns delete',
  'kubectl delete svc web',
  'kubectl delete configmap/web',
  'kubectl delete ns scores --dry-run=client',
  'kubectl delete pod db-0 --dry-run',
  'kubectl delete --help',
  'kubectl scale deploy/web --replicas=3',
  'kubectl apply -f a.yaml',
  'kubectl apply --force-conflicts -f a.yaml',
  'kubectl uncordon node-1',
  'helm upgrade db chart',
  'helm uninstall db --dry-run',
  'helm list',
  'velero backup describe nightly',
  'eksctl get cluster',
];

describe('what commands of Kubernetes do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
