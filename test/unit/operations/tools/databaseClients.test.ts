import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { consultCatalogue } from '../../../../src/core/operations/catalogue';
import { noContext } from '../../../conformance/noContext';
import { itDoes, type ClientCase } from './clientEffects';
import { wordsIn } from './effects';

const postgres: readonly ClientCase[] = [
  ['psql -c "DROP TABLE games"', 'drop all the table games'],
  ['psql --command "DELETE FROM games"', 'delete all every row of games'],
  ['psql "--command=DELETE FROM games WHERE id = 1"', 'delete one one row of games'],
  ['psql -h db -U app -d scores -c "TRUNCATE games"', 'truncate all the table games'],
  ['psql scores -qAtc "DROP TABLE games"', 'drop all the table games'],
  ['psql -c "SELECT 1" -c "DROP TABLE games"', 'drop all the table games'],
  ['psql -c DROP TABLE games', 'drop all the table games'],
  ['psql -c DELETE FROM games -h db', 'delete all every row of games'],
  ['psql -c SELECT 1'],
  ['psql -f drop.sql', 'reads postgresql in drop.sql'],
  ['psql -f -', 'reads postgresql'],
  ['psql scores', 'reads postgresql'],
  ["psql -c 'select * from deletions'"],
  ['psql -c "SELECT \'drop table x\'"'],
  ['psql -l'],
  ['psql --version'],
  ['psql -c "\\dt"'],
  ['pgcli scores', 'reads postgresql'],
  ['usql pg://db/scores -c "DROP TABLE games"', 'drop all the table games'],
  ['usql my://db/scores -f x.sql', 'reads mysql in x.sql'],
  ['dropdb scores', 'drop all the database scores!'],
  ['dropdb -h db --if-exists scores', 'drop all the database scores!'],
  ['dropdb --help'],
  ['dropdb'],
  ['createdb scores', 'migrate all the database scores'],
  ['dropuser app', 'migrate all the role app'],
  ['pg_restore -d scores x.dump', 'insert some what the dump holds'],
  ['pg_restore -d scores -c x.dump', 'overwrite all what the dump holds'],
  ['pg_restore --clean --if-exists -d scores x.dump', 'overwrite all what the dump holds'],
  ['pg_restore -cC -d postgres x.dump', 'overwrite all the whole database of the dump!'],
  ['pg_restore --clean x.dump'],
  ['pg_restore -l x.dump'],
  ['pg_restore -d scores --list x.dump'],
  ['pg_dump --clean scores'],
  ['pg_dumpall -c'],
  ['vacuumdb scores'],
  ['pgbench -i scores', 'drop some the tables of pgbench, to make them anew'],
  ['pgbench -i -s 10 scores', 'drop some the tables of pgbench, to make them anew'],
  ['pgbench -c 10 scores', 'update some rows of the tables of pgbench'],
  ['pgbench -S scores'],
  ['pgbench -f x.sql@2 scores', 'reads postgresql in x.sql'],
];

const mysql: readonly ClientCase[] = [
  ['mysql -e "DROP DATABASE scores"', 'drop all the database scores!'],
  ['mysql -u root -psecret scores --execute "DELETE FROM games"', 'delete all every row of games'],
  ['mysql -uroot -h db -Ne "TRUNCATE games"', 'truncate all the table games'],
  ['mysql scores', 'reads mysql'],
  ['mysql -e "SELECT * FROM dropdown"'],
  ['mysql --version'],
  ['mariadb scores -e "DROP TABLE games"', 'drop all the table games'],
  ['mysqladmin drop scores', 'drop all the database scores!'],
  ['mysqladmin -f -u root drop scores', 'drop all the database scores!'],
  ['mysqladmin create scores', 'migrate all the database scores'],
  ['mysqladmin shutdown', 'terminate all the server'],
  ['mysqladmin status'],
  ['mysqladmin ping'],
  ['mysqlimport scores games.txt', 'insert some rows of the tables that the files are named after'],
  [
    'mysqlimport --delete scores games.txt',
    'delete all every row of the tables that the files are named after',
  ],
  ['mysqldump scores'],
  ['mysqldump --add-drop-database --all-databases'],
  ['mysqldump --delete-master-logs --all-databases', 'delete all the binary logs'],
  ['mysqlcheck --auto-repair scores'],
];

const others: readonly ClientCase[] = [
  ['sqlite3 app.db "DROP TABLE games"', 'drop all the table games'],
  ['sqlite3 app.db .tables "DELETE FROM games"', 'delete all every row of games'],
  ['sqlite3 app.db ".drop trigger t"', 'migrate some the schema'],
  ['sqlite3 app.db ".restore old.db"', 'overwrite all a database!'],
  ['sqlite3 -cmd "DROP TABLE a" app.db', 'drop all the table a', 'reads sql'],
  ['sqlite3 -header -csv app.db "SELECT 1"'],
  ['sqlite3 app.db', 'reads sql'],
  ['duckdb app.db -c "DROP TABLE games"', 'drop all the table games'],
  ['sqlcmd -S db -Q "DROP DATABASE scores"', 'drop all the database scores!'],
  ['sqlcmd -i a.sql,b.sql', 'reads sql in a.sql', 'reads sql in b.sql'],
  ['sqlcmd -S db', 'reads sql'],
  ['clickhouse-client -q "TRUNCATE TABLE games"', 'truncate all the table games'],
  ['clickhouse-client -n "--query=DROP TABLE games"', 'drop all the table games'],
  ['clickhouse-client --multiquery --queries-file x.sql', 'reads sql in x.sql'],
  ['clickhouse client --query "DROP TABLE games"', 'drop all the table games'],
  ['clickhouse local --query "DROP TABLE games"'],
  [
    'cockroach sql -e "DROP DATABASE scores CASCADE"',
    'drop all the database scores and what depends on it!',
  ],
  ['cockroach sql --file x.sql', 'reads postgresql in x.sql'],
  ['cockroach node decommission 4', 'terminate some nodes of the cluster'],
  ['cockroach node status'],
];

/** Those that only their own words tell the place of. */
const elsewhere: readonly ClientCase[] = [
  ['cqlsh db-1 -e "DROP KEYSPACE scores"', 'drop all the keyspace scores!'],
  ['cqlsh -f x.cql', 'reads sql in x.cql'],
  ['cqlsh db-1 9042', 'reads sql'],
  ['nodetool -h db-1 decommission', 'terminate one a node of the cluster'],
  ['nodetool clearsnapshot --all', 'delete some snapshots of the node'],
  ['nodetool status'],
  ['sqlplus app/secret@db-1:1521/scores @drop.sql', 'reads sql in drop.sql'],
  ['sqlplus -S app/secret@db-1', 'reads sql'],
  ['sqlplus -V'],
  ['snowsql -c prod -q "DROP TABLE games"', 'drop all the table games'],
  ['snow sql -q "TRUNCATE TABLE games"', 'truncate all the table games'],
  ['snow object drop table games', 'drop all the table games'],
  ['snow object list table'],
  [
    'bq query --nouse_legacy_sql "DELETE FROM ds.games WHERE true"',
    'delete all every row of ds.games',
  ],
  ['bq query --dry_run "DELETE FROM ds.games WHERE true"'],
  ['bq query "SELECT 1"'],
  ['influx delete --bucket games --start 1970-01-01', 'delete some points of the bucket games'],
  ['influx bucket delete -n games', 'drop all the bucket games!'],
  ['influx -database scores -execute "DROP MEASUREMENT games"', 'drop all the measurement games'],
  ['influx query "from(bucket: 1)"'],
  ['mysqlsh app@db-1 --sql -e "DROP TABLE games"', 'drop all the table games'],
];

const files: readonly ClientCase[] = [
  [
    'pg_resetwal -f /var/lib/pg',
    'overwrite all the write-ahead log of the PostgreSQL server /var/lib/pg',
  ],
  ['pg_resetwal -n /var/lib/pg'],
  ['pg_rewind --target-pgdata a --source-pgdata b', 'overwrite all the data directory a'],
  ['pgbackrest --stanza=main restore', 'overwrite all the data directory of the database server'],
  ['barman list-backups main'],
  ['wal-g backup-fetch /data LATEST', 'overwrite all the data directory of the database server'],
  [
    'xtrabackup --copy-back --target-dir x',
    'overwrite all the data directory of the database server',
  ],
  ['xtrabackup --backup --target-dir x'],
];

const redis: readonly ClientCase[] = [
  ['redis-cli FLUSHALL', 'truncate all every database of the server!'],
  ['redis-cli -h db -n 2 flushdb', 'truncate all every key of the database!'],
  ['redis-cli DEL a b', 'delete some keys'],
  ['redis-cli -u redis://db SET a "b c"', 'insert one one key'],
  ['redis-cli -x SET a', 'insert one one key'],
  ['redis-cli --eval x.lua a , b', 'reads lua in x.lua'],
  ['redis-cli EVAL "redis.call(\'FLUSHDB\')" 0', 'truncate all every key of the database!'],
  ['redis-cli --cluster call db:6379 FLUSHALL', 'truncate all every database of the server!'],
  ['redis-cli --cluster del-node db:6379 abc', 'terminate one a node of the cluster'],
  ['redis-cli --cluster info db:6379'],
  ['redis-cli', 'reads redis'],
  ['redis-cli --bigkeys'],
  ['redis-cli GET flushall'],
  ['redis-cli KEYS "user:*"'],
  ['valkey-cli FLUSHALL', 'truncate all every database of the server!'],
];

const places: readonly (readonly [line: string, kind: string, ...names: string[]])[] = [
  ['sqlplus app/hunter2@db-prod:1521/scores', 'cloud', 'db-prod'],
  ['sqlplus app/hunter2@//localhost/scores', 'machine'],
  ['sqlplus / as sysdba', 'machine'],
  ['cqlsh', 'machine'],
  ['cqlsh db-prod 9042', 'cloud', 'db-prod'],
  ['nodetool -h db-prod drain', 'cloud', 'db-prod'],
  ['snowsql -c prod -d scores', 'cloud', 'prod', 'scores'],
  ['mysqlsh app:hunter2@db-prod:3306 --sql', 'cloud', 'db-prod'],
  ['influx delete --host http://db-prod:8086 --bucket games', 'cloud', 'db-prod', 'games'],
];

describe('where clients say that they connect to', () => {
  for (const [line, kind, ...names] of places)
    it(`is told by ${line}`, () => {
      const [program = '', ...args] = wordsIn(line);
      const { place } = consultCatalogue(program, args, noContext);
      assert.deepEqual(
        [place?.kind, ...(place?.names ?? []).map(({ name }) => name)],
        [kind, ...names],
      );
      assert.doesNotMatch(JSON.stringify(place), /hunter2/);
    });
});

describe('what commands of database clients do', () => {
  itDoes([...postgres, ...mysql, ...others, ...elsewhere, ...files, ...redis]);
});
