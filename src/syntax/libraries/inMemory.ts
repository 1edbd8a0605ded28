/** Modules that run databases in memory, or play them: a test that names one tears down nothing that is kept. */
export const inMemoryModules: readonly string[] = [
  'mongodb-memory-server',
  'mongodb-memory-server-core',
  'mongodb-memory-server-global',
  '@shelf/jest-mongodb',
  'ioredis-mock',
  'redis-mock',
  'redis-memory-server',
  'pg-mem',
  'mongomock',
  'fakeredis',
];
