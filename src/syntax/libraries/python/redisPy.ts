import type { CodeLibrary } from '../../analysis/codeLibrary';

const client = '<redis|aioredis|rediscluster|django_redis|flask_redis|walrus>.**';

/** redis-py. A single key is mostly a cache's, and comes again. */
export const redisPy: CodeLibrary = {
  name: 'redis',
  languages: ['python'],
  system: 'redis',
  modules: ['redis', 'aioredis', 'rediscluster', 'django_redis', 'flask_redis'],
  narrowing: { keys: 'pick', scan_iter: 'pick' },
  rules: [
    {
      id: 'redis-py-flushall',
      match: `${client}.flushall()`,
      kind: 'delete',
      subject: 'every key of every database',
      takesAll: true,
    },
    {
      id: 'redis-py-flushdb',
      match: `${client}.flushdb()`,
      kind: 'delete',
      subject: 'every key',
      takesAll: true,
    },
    {
      id: 'redis-py-delete-found',
      match: `${client}.delete|unlink()`,
      takes: `${client}.keys|scan_iter().**`,
      kind: 'delete',
      subject: '#key',
    },
    {
      id: 'redis-py-likely-flush',
      confidence: 'likely',
      match: '**.flushall|flushdb()',
      kind: 'delete',
      subject: 'every key',
      takesAll: true,
    },
  ],
};
