import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const machine = 'terminate all: this machine, and every database on it';

const effects: readonly Effect[] = [
  ['shutdown -h now', machine],
  ['reboot', machine],
  ['init 0', machine],
  ['systemctl reboot', machine],
  ['systemctl stop postgresql@15-main', 'terminate one: the service postgresql@15-main'],
  ['systemctl stop nginx mongod', 'terminate one: the service nginx mongod'],
  ['systemctl disable --now redis-server', 'terminate one: the service redis-server'],
  ['service mysql stop', 'terminate one: the service'],
  ['pg_ctlcluster 15 main stop', 'terminate one: the PostgreSQL server'],
  ['pg_dropcluster --stop 15 main', 'drop all!: the PostgreSQL cluster 15 main'],
  ['virsh undefine db', 'terminate all: the machine db'],
  ['vagrant destroy -f', 'terminate all: the machine'],
];

const others: readonly string[] = [
  'shutdown -c',
  'reboot --help',
  'init 3',
  'systemctl status postgresql',
  'systemctl stop nginx',
  'systemctl enable --now postgresql',
  'service postgresql status',
  'pg_ctlcluster 15 main start',
  'virsh list',
  'vagrant up',
];

describe('what commands of machines do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
