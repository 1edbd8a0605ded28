import { shapeOf } from '../../targets/tools/toolOptions';
import { onThisMachine } from '../places/onThisMachine';
import { placeAtHost } from '../places/placeAtHost';
import type { CommandRule, Tool } from '../tool';

const powerRules: readonly CommandRule[] = [
  {
    id: 'machine-power-off',
    match: '!-c|k|w|wtmp-only|show',
    kind: 'terminate',
    subject: 'this machine, and every database on it',
  },
];

const levelRules: readonly CommandRule[] = [
  {
    id: 'machine-leave-level',
    match: '0|6',
    kind: 'terminate',
    subject: 'this machine, and every database on it',
  },
];

/** Services by the names that their packages give them, with whatever version and cluster stands behind. */
const services = [
  'postgres*|mysql*|mariadb*|mongod*|mongos*|redis*|valkey*|memcached*|elasticsearch*|opensearch*|cassandra*|scylla*',
  'clickhouse*|influxdb*|neo4j*|couchdb*|mssql-server*|cockroach*|etcd*|pgbouncer*|patroni*|docker*|containerd*|k3s*|kubelet*',
].join('|');

const serviceRules: readonly CommandRule[] = [
  {
    id: 'service-stop',
    match: [
      `stop|kill|mask ${services}`,
      `stop|kill|mask * ${services}`,
      `disable ${services} --now`,
    ],
    kind: 'terminate',
    reach: 'one',
    subject: 'the service {2-}',
  },
  {
    id: 'system-power-off',
    match: 'reboot|poweroff|halt|kexec|soft-reboot|rescue|emergency',
    kind: 'terminate',
    subject: 'this machine, and every database on it',
  },
];

const clusterRules: readonly CommandRule[] = [
  {
    id: 'pg-stop-server',
    match: ['stop', '* * stop'],
    kind: 'terminate',
    reach: 'one',
    subject: 'the PostgreSQL server {--pgdata}',
  },
];

const dropClusterRules: readonly CommandRule[] = [
  {
    id: 'pg-drop-cluster',
    match: '* *',
    kind: 'drop',
    subject: 'the PostgreSQL cluster {1-}',
    takesAll: true,
  },
];

const guestRules: readonly CommandRule[] = [
  {
    id: 'guest-remove',
    match: [
      'destroy|undefine|delete|purge|unregistervm|deleteVM|vol-delete|snapshot-delete|vm.destroy',
    ],
    kind: 'terminate',
    subject: 'the machine {*}',
  },
  {
    id: 'guest-stop',
    match: 'stop|shutdown|halt|poweroff|reboot|reset|vm.power',
    kind: 'terminate',
    reach: 'one',
    subject: 'the machine {*}',
  },
];

export const machineTools: readonly Tool[] = [
  {
    names: ['shutdown', 'reboot', 'poweroff', 'halt'],
    shape: shapeOf('t g'),
    rules: powerRules,
    place: onThisMachine,
  },
  { names: ['init', 'telinit'], shape: shapeOf(''), rules: levelRules, place: onThisMachine },
  {
    names: ['systemctl'],
    shape: shapeOf('H,host M,machine s,signal t,type p,property'),
    rules: serviceRules,
    place: placeAtHost('this machine', '--host'),
  },
  {
    names: ['service', 'rc-service'],
    shape: shapeOf(''),
    rules: [
      {
        id: 'service-stop-by-name',
        match: `${services} stop`,
        kind: 'terminate',
        reach: 'one',
        subject: 'the service',
      },
    ],
    place: onThisMachine,
  },
  {
    names: ['pg_ctl', 'pg_ctlcluster'],
    shape: shapeOf('D,pgdata m,mode t l o'),
    rules: clusterRules,
    place: onThisMachine,
  },
  { names: ['pg_dropcluster'], shape: shapeOf(''), rules: dropClusterRules, place: onThisMachine },
  {
    names: [
      'virsh',
      'vagrant',
      'multipass',
      'qm',
      'pct',
      'limactl',
      'lxc',
      'incus',
      'VBoxManage',
      'vmrun',
      'govc',
    ],
    shape: shapeOf('c,connect pool vm.ip'),
    rules: guestRules,
    place: placeAtHost('this machine', '--connect $LIBVIRT_DEFAULT_URI $GOVC_URL'),
  },
];
