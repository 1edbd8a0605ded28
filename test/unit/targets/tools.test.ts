import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mongoToolTarget } from '../../../src/core/targets/tools/mongoTools';
import { mongoshTarget } from '../../../src/core/targets/tools/mongosh';
import { mysqlToolTarget } from '../../../src/core/targets/tools/mysqlTools';
import { redisCliTarget } from '../../../src/core/targets/tools/redisCli';
import { contextOf, summaryOf } from './context';

type Case = readonly [command: string, summary: string];
const words = (command: string): string[] => command.split(' ').filter(Boolean);

const mongosh: readonly Case[] = [
  ['mongosh', '127.0.0.1:27017/test'],
  ['mongosh prod-db', '127.0.0.1:27017/prod-db'],
  ['mongosh localhost', '127.0.0.1:27017/localhost'],
  ['mongosh db.example.com', 'db.example.com:27017/test'],
  ['mongosh --quiet db.example.com:27018/app', 'db.example.com:27018/app'],
  ['mongosh --host db.example.com app', 'db.example.com:27017/app'],
  ['mongosh --host=db.example.com --port=2 app', 'db.example.com:2/app'],
  ['mongosh --host rs0/a.example.com,b.example.com app', 'a.example.com,b.example.com:27017/app'],
  ['mongosh -u root -p hunter2 db.example.com/app', 'root@db.example.com:27017/app'],
  ['mongosh --eval db.x.drop() app', '127.0.0.1:27017/app'],
  ['mongosh clean.js', '127.0.0.1:27017/test'],
  ['mongosh mongodb://db.example.com/app clean.js', 'db.example.com:27017/app'],
  ['mongosh mongodb+srv://c0.ab1cd.mongodb.net/app', 'c0.ab1cd.mongodb.net/app'],
  ['mongosh --nodb', 'nothing'],
  ['mongosh --version', 'nothing'],
  ['mongo db.example.com/app', 'db.example.com:27017/app'],
  [
    'mongosh mongodb://db.example.com --host x',
    'mongosh refuses the command: a full address goes without --host and --port.',
  ],
];

const mongoTools: readonly Case[] = [
  ['mongodump', 'localhost:27017/'],
  ['mongodump --uri mongodb://app:hunter2@db.example.com/shop', 'app@db.example.com:27017/shop'],
  ['mongodump --uri=mongodb://db.example.com', 'db.example.com:27017/'],
  ['mongodump --uri=mongodb://db.example.com/?readPreference=secondary', 'db.example.com:27017/'],
  ['mongorestore mongodb://db.example.com/shop dump/', 'db.example.com:27017/shop'],
  ['mongorestore --drop -h db.example.com:27018 -d shop dump/shop', 'db.example.com:27018/shop'],
  ['mongorestore -hdb.example.com --port 5 dump', 'db.example.com:5/'],
  [
    'mongoexport --host rs0/a.example.com,b.example.com:2 -d shop',
    'a.example.com,b.example.com:27017/shop',
  ],
  ['mongoimport -u root --db shop --file x.json', 'root@localhost:27017/shop'],
  ['mongodump --config secret.yml', 'Its --config file may name the server.'],
  ['mongodump --help', 'nothing'],
];

const redisCli: readonly Case[] = [
  ['redis-cli', '127.0.0.1:6379/0'],
  ['redis-cli -h cache.example.com -p 6380 -n 2 flushall', 'cache.example.com:6380/2'],
  ['redis-cli -u redis://app:hunter2@cache.example.com/3 get x', 'app@cache.example.com:6379/3'],
  ['redis-cli -s /run/redis.sock', '/run/redis.sock/0'],
  ['redis-cli --tls --user app -a hunter2 -h cache.example.com', 'app@cache.example.com:6379/0'],
  ['redis-cli set -h x', '127.0.0.1:6379/0'],
  ['redis-cli -h a.example.com -h b.example.com', 'b.example.com:6379/0'],
  ['redis-cli --version', 'nothing'],
];

const socket = '/run/mysqld/mysqld.sock';
const files = {
  '/home/user/.my.cnf':
    '[client]\nhost = "files.example.com" \nport=3388\nuser=admin # me\n[mysqld]\nport=1\n',
  '/etc/mysql/my.cnf': '[mysql]\ndatabase=etc\n!include /etc/extra.cnf',
  '/etc/extra.cnf': '[client]\nsocket=/run/extra.sock\n',
  '/project/prod.cnf': '[client]\nhost=prod.example.com\n',
};

const mysql: readonly (readonly [...Case, Readonly<Record<string, string>>?, typeof files?])[] = [
  ['mysql shop', `${socket}/shop`],
  ['mysql -hdb.example.com -uroot -phunter2 shop', 'root@db.example.com:3306/shop'],
  ['mysql -h db.example.com -P 3307 -p shop', 'db.example.com:3307/shop'],
  ['mysql --host=db.example.com --database=shop', 'db.example.com:3306/shop'],
  ['mysql --hos=db.example.com -Dshop', 'db.example.com:3306/shop'],
  ['mysql -Nse drop -h db.example.com', 'db.example.com:3306/'],
  ['mysql -B -h db.example.com shop', 'db.example.com:3306/shop'],
  ['mysql -h localhost', `${socket}/`],
  ['mysql -h localhost -P 3307', 'localhost:3307/'],
  ['mysql -P 3307 -S /tmp/x.sock', '/tmp/x.sock/'],
  ['mysql --protocol tcp', 'localhost:3306/'],
  [
    'mysql shop',
    'env.example.com:3377/shop',
    { MYSQL_HOST: 'env.example.com', MYSQL_TCP_PORT: '3377' },
  ],
  ['mysql', '/tmp/env.sock/', { MYSQL_UNIX_PORT: '/tmp/env.sock' }],
  ['mysql', 'admin@files.example.com:3388/etc', { MYSQL_HOST: 'env.example.com' }, files],
  ['mysqldump shop table', 'admin@files.example.com:3388/shop', {}, files],
  ['mysqldump -A', 'admin@files.example.com:3388/', {}, files],
  ['mysql --no-defaults', `${socket}/`, {}, files],
  ['mysql -h localhost', 'admin@/run/extra.sock/etc', {}, files],
  ['mysql --defaults-file=prod.cnf', 'prod.example.com:3306/', {}, files],
  ['mysql --defaults-file=x.cnf', 'The option file /project/x.cnf could not be read.', {}, files],
  [
    'mysql --login-path=prod',
    'The host is in an encrypted login path that only the client can read.',
  ],
  ['mysqladmin -h db.example.com drop shop', 'db.example.com:3306/'],
  ['mariadb-dump -h db.example.com -w x shop', 'db.example.com:3306/shop'],
  ['/usr/bin/mariadb -h db.example.com shop', 'db.example.com:3306/shop'],
  ['mysql --version', 'nothing'],
];

describe('database programs', () => {
  for (const [command, summary] of mongosh)
    it(`${command} → ${summary}`, () =>
      assert.equal(summaryOf(mongoshTarget(words(command))), summary));
  for (const [command, summary] of mongoTools)
    it(`${command} → ${summary}`, () =>
      assert.equal(summaryOf(mongoToolTarget(words(command))), summary));
  for (const [command, summary] of redisCli)
    it(`${command} → ${summary}`, () =>
      assert.equal(summaryOf(redisCliTarget(words(command))), summary));
  for (const [command, summary, variables, own] of mysql)
    it(`${command} → ${summary}`, () => {
      const parsed = mysqlToolTarget(words(command), contextOf(variables, own));
      assert.equal(summaryOf(parsed), summary);
    });
});
