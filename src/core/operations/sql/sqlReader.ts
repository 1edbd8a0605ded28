import type { PayloadLanguage } from '../payload';
import type { StatementReader } from '../statementReader';
import { findIncludedSql, readSql } from './readSql';
import { sqlDialects, type SqlLanguage } from './sqlDialect';

/** Reads SQL by its tokens, whatever the dialect. */
export const sqlReader: StatementReader = {
  languages: Object.keys(sqlDialects) as SqlLanguage[],
  read: (text, language) => Promise.resolve(isSql(language) ? readSql(text, language) : []),
  readIncluded: (text, language) =>
    Promise.resolve(isSql(language) ? findIncludedSql(text, language) : []),
};

function isSql(language: PayloadLanguage): language is SqlLanguage {
  return Object.hasOwn(sqlDialects, language);
}
