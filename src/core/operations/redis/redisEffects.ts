import type { Operation, OperationKind } from '../operation';

export type RedisEffect = Pick<Operation, 'kind' | 'reach' | 'subject' | 'rule' | 'takesAll'>;

interface RedisRow {
  /** `flushall`, `config set`: names with their sub-command, parted by commas. */
  readonly commands: string;
  /** A word that must be among the arguments; with an exclamation mark, one that must not. */
  readonly word?: string;
  /** Nothing where the command changes nothing. */
  readonly kind?: OperationKind;
  /** `keys` is as many as the command names. */
  readonly reach?: Operation['reach'] | 'keys';
  readonly subject?: string;
  readonly takesAll?: true;
}

const settings = 'the settings of the server';

/** What commands do; the first row that fits counts, and what is in none only reads. */
const rows: readonly RedisRow[] = [
  {
    commands: 'flushall,debug flushall',
    kind: 'truncate',
    subject: 'every database of the server',
    takesAll: true,
  },
  { commands: 'flushdb', kind: 'truncate', subject: 'every key of the database', takesAll: true },
  { commands: 'del,unlink', kind: 'delete', reach: 'keys' },
  { commands: 'getdel,json.del,json.forget,json.clear', kind: 'delete', reach: 'one' },
  { commands: 'migrate', word: '!copy', kind: 'delete', reach: 'some', subject: 'keys' },
  { commands: 'ft.dropindex', word: 'dd', kind: 'drop', subject: 'an index and what it covers' },
  { commands: 'ft.drop', word: '!keepdocs', kind: 'drop', subject: 'an index and what it covers' },
  { commands: 'ft.dropindex,ft.drop,ft.create,ft.alter', kind: 'migrate', subject: 'an index' },
  { commands: 'graph.delete', kind: 'drop', subject: 'a graph' },
  { commands: 'xgroup destroy', kind: 'delete', reach: 'one', subject: 'a consumer group' },
  { commands: 'swapdb', kind: 'overwrite', subject: 'two databases, which change places' },
  { commands: 'restore,restore-asking,copy', word: 'replace', kind: 'overwrite', reach: 'one' },
  { commands: 'restore,restore-asking,copy', kind: 'insert', reach: 'one' },
  { commands: 'replicaof,slaveof', word: 'no', kind: 'migrate', subject: 'the role of the server' },
  {
    commands: 'replicaof,slaveof',
    kind: 'overwrite',
    subject: 'every key of the server',
    takesAll: true,
  },
  { commands: 'shutdown', word: 'abort' },
  {
    commands: 'shutdown,debug segfault,debug panic,debug restart,debug crash-and-recover,debug oom',
    kind: 'terminate',
    subject: 'the server',
  },
  {
    commands:
      'cluster reset,cluster flushslots,cluster delslots,cluster delslotsrange,cluster forget',
    kind: 'terminate',
    reach: 'one',
    subject: 'a node of the cluster',
  },
  {
    commands:
      'cluster setslot,cluster addslots,cluster addslotsrange,cluster meet,cluster failover,failover',
    kind: 'migrate',
    subject: 'the cluster',
  },
  {
    commands: 'client kill',
    kind: 'terminate',
    reach: 'some',
    subject: 'connections of other programs',
  },
  { commands: 'config set,config rewrite', kind: 'migrate', subject: settings },
  { commands: 'acl setuser,acl deluser,acl load', kind: 'migrate', subject: 'access rights' },
  {
    commands: 'script flush,function flush,function delete,function load,function restore',
    kind: 'migrate',
    subject: 'scripts of the server',
  },
  { commands: 'module load,module loadex,module unload', kind: 'migrate', subject: settings },
  {
    commands: 'hdel,hgetdel,srem,spop,smove,zrem,zpopmin,zpopmax,zremrangebyscore,zremrangebyrank',
    kind: 'update',
    reach: 'one',
  },
  {
    commands: 'zremrangebylex,lrem,ltrim,lpop,rpop,blpop,brpop,lmpop,zmpop,lmove,rpoplpush,lset',
    kind: 'update',
    reach: 'one',
  },
  {
    commands: 'xdel,xtrim,xackdel,rename,renamenx,move,persist,setrange',
    kind: 'update',
    reach: 'one',
  },
  {
    commands:
      'set,setex,psetex,setnx,getset,getex,append,incr,incrby,incrbyfloat,decr,decrby,setbit',
    kind: 'insert',
    reach: 'one',
  },
  {
    commands:
      'hset,hmset,hsetnx,hsetex,hincrby,hincrbyfloat,lpush,rpush,lpushx,rpushx,linsert,sadd',
    kind: 'insert',
    reach: 'one',
  },
  {
    commands:
      'zadd,zincrby,geoadd,pfadd,pfmerge,xadd,xack,bitfield,expire,pexpire,expireat,pexpireat',
    kind: 'insert',
    reach: 'one',
  },
  {
    commands: 'sinterstore,sunionstore,sdiffstore,zunionstore,zinterstore,zdiffstore,zrangestore',
    kind: 'update',
    reach: 'one',
  },
  { commands: 'json.set,json.merge,json.arrappend,ts.add,ts.create', kind: 'insert', reach: 'one' },
  { commands: 'ts.del', kind: 'delete', reach: 'some', subject: 'samples of one key' },
  { commands: 'mset,msetnx,json.mset,ts.madd', kind: 'insert', reach: 'some', subject: 'keys' },
];

const byName = new Map<string, RedisRow[]>();
for (const row of rows)
  for (const name of row.commands.split(',')) byName.set(name, [...(byName.get(name) ?? []), row]);

/** @param args the name of the command first */
export function effectOf(args: readonly string[]): RedisEffect | undefined {
  const [name = '', ...others] = args.map((arg) => arg.toLowerCase());
  const known = [...(byName.get(`${name} ${others[0]}`) ?? []), ...(byName.get(name) ?? [])];
  const row = known.find(({ word }) => word === undefined || hasWord(others, word));
  if (!row?.kind) return undefined;
  const { kind, reach = 'all', subject, takesAll } = row;
  const many = reach === 'keys' ? (others.length === 1 ? 'one' : 'some') : reach;
  return {
    kind,
    reach: many,
    subject: subject ?? (many === 'one' ? 'one key' : 'keys'),
    rule: `redis-${name.replace('.', '-')}`,
    ...(takesAll ? { takesAll } : {}),
  };
}

function hasWord(args: readonly string[], word: string): boolean {
  return word.startsWith('!') ? !args.includes(word.slice(1)) : args.includes(word);
}
