import type { CodeLibrary } from '../../analysis/codeLibrary';

const driver = '<pymysql|MySQLdb|mysql|aiomysql|asyncmy|mariadb>.**';
const unknown = '**.cur|*cursor|*conn|*connection|db';

/** The drivers of MySQL and MariaDB, which all follow Python's database interface. */
export const mysql: CodeLibrary = {
  name: 'MySQL',
  languages: ['python'],
  system: 'mysql',
  modules: ['pymysql', 'MySQLdb', 'mysql', 'aiomysql', 'asyncmy', 'mariadb'],
  rules: [
    { match: `${driver}.execute|cmd_query()`, sql: 0 },
    { match: `${driver}.executemany()`, sql: 0, isRepeated: true },
    { confidence: 'likely', match: `${unknown}.execute()`, sql: 0 },
    { confidence: 'likely', match: `${unknown}.executemany()`, sql: 0, isRepeated: true },
  ],
};
