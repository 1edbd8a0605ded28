import type { PayloadLanguage } from '../payload';

export type SqlLanguage = Extract<PayloadLanguage, 'postgresql' | 'mysql' | 'sql'>;

/** How a family of databases and its clients spell what is no statement. */
export interface SqlDialect {
  readonly language: SqlLanguage;
  /** `# …` to the end of the line; `blank` where a name may start so, as `#t` does for SQL Server. */
  readonly hashComment: 'always' | 'blank' | 'never';
  /** `--` counts only before a blank. */
  readonly dashNeedsBlank: boolean;
  readonly nestsComments: boolean;
  /** What stands in double quotes. */
  readonly doubleQuoted: 'name' | 'string';
  /** Whether `\'` goes on with the string; `guess` decides by what follows. */
  readonly backslash: 'always' | 'never' | 'guess';
  readonly hasBrackets: boolean;
  readonly hasDollarQuotes: boolean;
  /** Whether a transaction that is rolled back takes tables back, too. */
  readonly rollsBackTables: boolean;
  /** Whether a schema is a database. */
  readonly schemaIsDatabase: boolean;
}

export const sqlDialects: Readonly<Record<SqlLanguage, SqlDialect>> = {
  postgresql: {
    language: 'postgresql',
    hashComment: 'never',
    dashNeedsBlank: false,
    nestsComments: true,
    doubleQuoted: 'name',
    backslash: 'never',
    hasBrackets: false,
    hasDollarQuotes: true,
    rollsBackTables: true,
    schemaIsDatabase: false,
  },
  mysql: {
    language: 'mysql',
    hashComment: 'always',
    dashNeedsBlank: true,
    nestsComments: false,
    doubleQuoted: 'string',
    backslash: 'always',
    hasBrackets: false,
    hasDollarQuotes: false,
    rollsBackTables: false,
    schemaIsDatabase: true,
  },
  sql: {
    language: 'sql',
    hashComment: 'blank',
    dashNeedsBlank: false,
    nestsComments: false,
    doubleQuoted: 'name',
    backslash: 'guess',
    hasBrackets: true,
    hasDollarQuotes: true,
    rollsBackTables: false,
    schemaIsDatabase: false,
  },
};
