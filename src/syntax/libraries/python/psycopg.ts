import type { CodeLibrary } from '../../analysis/codeLibrary';

const driver = '<psycopg|psycopg2|psycopg_pool|psycopg2cffi>.**';
const unknown = '**.cur|*cursor|*conn|*connection|db';

/** psycopg2 and psycopg 3. */
export const psycopg: CodeLibrary = {
  name: 'psycopg',
  languages: ['python'],
  system: 'postgresql',
  modules: ['psycopg2', 'psycopg', 'psycopg_pool', 'psycopg2cffi'],
  rules: [
    { match: `${driver}.execute()`, sql: 0 },
    { match: `${driver}.executemany()`, sql: 0, isRepeated: true },
    { match: '<psycopg2>.extras.execute_values|execute_batch()', sql: 1, isRepeated: true },
    { confidence: 'likely', match: `${unknown}.execute()`, sql: 0 },
    { confidence: 'likely', match: `${unknown}.executemany()`, sql: 0, isRepeated: true },
  ],
};
