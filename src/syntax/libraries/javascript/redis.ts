import type { CodeLibrary } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

const modules = ['ioredis', 'redis', '@redis/client', 'valkey', 'iovalkey', '@upstash/redis'];

const onClients = (calls: string): readonly string[] =>
  modules.map((module) => `<${module}>.**.${calls}`);

/** Keys are caches more often than not: deleting one, or a few that are named, is no finding. */
export const redis: CodeLibrary = {
  name: 'Redis',
  languages: scriptLanguages,
  system: 'redis',
  modules,
  rules: [
    {
      id: 'redis-flush-all',
      match: onClients('flushall|flushAll|FLUSHALL()'),
      kind: 'delete',
      reach: 'all',
      subject: 'every key of every database',
      takesAll: true,
      trap: 'flushall empties every database of the server, not only the one that is connected to.',
    },
    {
      id: 'redis-flush-database',
      match: onClients('flushdb|flushDb|FLUSHDB()'),
      kind: 'delete',
      reach: 'all',
      subject: 'every key',
      takesAll: true,
    },
    {
      id: 'redis-delete-keys',
      match: onClients('del|unlink|DEL|UNLINK()'),
      takes: '**.keys|KEYS().**',
      kind: 'delete',
      reach: 'some',
      subject: 'the keys that were found',
      trap: 'keys finds whatever fits its pattern at that moment, in the whole database.',
    },
    { match: onClients('call|sendCommand|send_command()'), command: 'redis-cli' },
  ],
};
