import type { CodeLibrary } from '../../analysis/codeLibrary';

const driver = '<sqlite3|aiosqlite|pysqlite3>.**';
const unknown = '**.cur|*cursor|*conn|*connection|db';
const execute = 'execute|executescript|execute_fetchall|execute_insert()';

export const sqlite: CodeLibrary = {
  name: 'SQLite',
  languages: ['python'],
  system: 'sqlite',
  modules: ['sqlite3', 'aiosqlite', 'pysqlite3'],
  rules: [
    { match: `${driver}.${execute}`, sql: 0 },
    { match: `${driver}.executemany()`, sql: 0, isRepeated: true },
    { confidence: 'likely', match: `${unknown}.${execute}`, sql: 0 },
    { confidence: 'likely', match: `${unknown}.executemany()`, sql: 0, isRepeated: true },
  ],
};
