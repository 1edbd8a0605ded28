import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const effects: readonly Effect[] = [
  ['firebase firestore:delete --all-collections', 'delete all: everything under'],
  ['doctl databases delete 9d', 'drop all!: the database 9d'],
  ['doctl compute droplet delete db -f', 'terminate some: the droplet db'],
  ['hcloud server poweroff db', 'terminate some: the server db'],
  ['hcloud volume delete data', 'drop all: the volume data'],
  ['linode-cli linodes shutdown 12', 'terminate some: the instance 12'],
  ['oci db autonomous-database delete --autonomous-database-id a', 'drop all!: the database a'],
  ['oci compute instance action --action STOP --instance-id i', 'terminate some: the instance i'],
  ['ibmcloud resource service-instance-delete scores -f', 'drop all!: the service scores'],
  ['scw rdb instance delete 11', 'drop all!: the database 11'],
  ['aliyun rds DeleteDBInstance --DBInstanceId rm-1', 'drop all!: the database rm-1'],
  ['openstack server delete db', 'terminate some: the server db'],
];

const others: readonly string[] = [
  'firebase deploy',
  'doctl databases list',
  'doctl compute droplet create delete',
  'hcloud server list',
  'oci compute instance action --action START --instance-id i',
  'scw rdb instance list',
  'aliyun rds DescribeDBInstances',
  'openstack server list',
];

describe('what commands of other clouds do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
