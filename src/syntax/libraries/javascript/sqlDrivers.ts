import type { CodeLibrary } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

/** Drivers that are handed SQL by the calls of a client, a pool or a connection. */
const modules = [
  'pg',
  'pg-promise',
  'pg-pool',
  'mysql',
  'mysql2',
  'mariadb',
  'better-sqlite3',
  'sqlite3',
  'sqlite',
  '@libsql/client',
  '@planetscale/database',
];

export const sqlDrivers: CodeLibrary = {
  name: 'SQL',
  languages: scriptLanguages,
  modules,
  rules: [
    {
      match: modules.map(
        (module) =>
          `<${module}>.**.query|execute|exec|run|prepare|batch|executeMultiple|any|many|none|one|oneOrNone|manyOrNone|multi|result()`,
      ),
      sql: 0,
    },
    { match: '*.**.query|execute|exec|prepare()', confidence: 'likely', sql: 0 },
  ],
};
