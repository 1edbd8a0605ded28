import { shapeOf } from '../../targets/tools/toolOptions';
import { placeInAws } from '../places/aws';
import { placeInKubernetes } from '../places/kubernetes';
import type { CommandRule, Tool } from '../tool';

/** Kinds of things that hold no data and run on no machine: they are made again from their files. */
const dataless = [
  'service services svc ingress ingresses ing ingressclass endpoints ep endpointslice configmap configmaps cm event events ev',
  'lease leases role roles rolebinding rolebindings clusterrole clusterrolebinding serviceaccount serviceaccounts sa',
  'networkpolicy networkpolicies netpol horizontalpodautoscaler hpa poddisruptionbudget pdb priorityclass pc runtimeclass',
  'mutatingwebhookconfiguration validatingwebhookconfiguration apiservice csr limitrange limits resourcequota quota route',
].flatMap((kinds) => kinds.split(' '));

/** The kinds by themselves, and with a name behind a slash. */
function ofKind(...kinds: readonly string[]): string {
  return kinds.flatMap((kind) => [kind, `${kind}/*`]).join('|');
}

const namespaces = ['namespace', 'namespaces', 'ns', 'project', 'projects'];
const volumes = [
  'persistentvolumeclaim',
  'persistentvolumeclaims',
  'pvc',
  'persistentvolume',
  'persistentvolumes',
  'pv',
  'volumesnapshot',
  'volumesnapshots',
];

const rules: readonly CommandRule[] = [
  {
    id: 'kubectl-delete-namespace',
    match: `delete ${ofKind(...namespaces)}`,
    kind: 'drop',
    subject: 'the {2-}, with all that is in it',
    takesAll: true,
  },
  {
    id: 'kubectl-delete-volume',
    match: `delete ${ofKind(...volumes)}`,
    kind: 'drop',
    subject: 'the {2-}',
  },
  {
    id: 'kubectl-delete',
    match: `delete !${ofKind(...dataless, ...namespaces, ...volumes)}`,
    kind: 'terminate',
    reach: 'some',
    subject: '{2-}',
  },
  {
    id: 'kubectl-delete-file',
    match: ['delete --filename', 'delete --kustomize'],
    kind: 'drop',
    reach: 'some',
    subject: 'what {--filename|--kustomize} describes',
  },
  {
    id: 'kubectl-drain',
    match: 'drain',
    kind: 'terminate',
    reach: 'some',
    subject: 'the pods of the node {*}',
  },
  {
    id: 'kubectl-scale-to-none',
    match: 'scale --replicas=0',
    kind: 'terminate',
    reach: 'some',
    subject: '{2-} {--filename}',
  },
  {
    id: 'kubectl-replace',
    match: ['replace --force', 'apply --force'],
    kind: 'terminate',
    reach: 'some',
    subject: 'what {--filename|--kustomize} describes, to start it anew',
  },
  {
    id: 'kubectl-prune',
    match: 'apply --prune',
    kind: 'drop',
    reach: 'some',
    subject: 'what {--filename|--kustomize} no longer describes',
  },
];

const releaseRules: readonly CommandRule[] = [
  {
    id: 'helm-uninstall',
    match: 'uninstall|delete|del|un',
    kind: 'terminate',
    subject: 'the release {*}',
  },
  {
    id: 'helm-upgrade-force',
    match: 'upgrade --force|force-replace',
    kind: 'terminate',
    reach: 'some',
    subject: 'the resources of the release {*}, to start them anew',
  },
  {
    id: 'helm-rollback',
    match: 'rollback',
    kind: 'update',
    reach: 'some',
    subject: 'the release {*}',
  },
];

const backupRules: readonly CommandRule[] = [
  {
    id: 'velero-delete-backup',
    match: [
      'backup|backups|schedule|schedules|snapshot|snapshots|backup-location|snapshot-location delete',
      'delete backup|backups|schedule|schedules',
    ],
    kind: 'delete',
    subject: 'the backup {*} {--name} {--selector}',
  },
  {
    id: 'velero-uninstall',
    match: 'uninstall',
    kind: 'terminate',
    subject: 'what makes the backups',
  },
];

const clusterRules: readonly CommandRule[] = [
  {
    id: 'cluster-delete',
    match: 'delete cluster',
    kind: 'terminate',
    subject: 'the cluster {*} {--name|-n}',
    takesAll: true,
  },
  {
    id: 'cluster-delete-nodes',
    match: 'delete nodegroup|ng|instancegroup|ig|instance',
    kind: 'terminate',
    reach: 'some',
    subject: 'the nodes {*} {--name|-n}[ of {--cluster}]',
  },
];

const shape = shapeOf(
  'n,namespace context cluster kubeconfig s,server user token as f,filename k,kustomize l,selector field-selector grace-period timeout replicas current-replicas o,output c,container pod-selector',
  'A,all-namespaces R,recursive',
);

const isPreview = '--dry-run !--dry-run=none|false';

export const kubernetesTools: readonly Tool[] = [
  {
    names: ['kubectl', 'k', 'oc', 'kubecolor'],
    shape,
    rules,
    idle: [isPreview, '-h'],
    place: placeInKubernetes,
  },
  {
    names: ['helm'],
    shape: shapeOf(
      'n,namespace kube-context kubeconfig kube-apiserver f,values set timeout version',
    ),
    rules: releaseRules,
    idle: [isPreview, '-h'],
    place: placeInKubernetes,
  },
  {
    names: ['velero'],
    shape: shapeOf('n,namespace kubecontext kubeconfig l,selector name'),
    rules: backupRules,
    place: placeInKubernetes,
  },
  { names: ['eksctl', 'kops'], rules: clusterRules, place: placeInAws },
];
