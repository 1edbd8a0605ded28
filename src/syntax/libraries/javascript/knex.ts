import type { CodeLibrary, LibraryRule } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

/** A connection called with a table's name begins a query, and so do its calls that name one. */
const table = '{table:|from|into|table}()';
const query = `<knex>.**.${table}.(query)*`;

const queryRules: readonly LibraryRule[] = [
  {
    id: 'knex-delete',
    match: `${query}.del|delete()`,
    kind: 'delete',
    subject: '#row of {table}',
    unfilteredTrap: 'Without a where this deletes every row.',
  },
  {
    id: 'knex-delete-from',
    match: '<knex>.**.del|delete()',
    isBare: true,
    kind: 'delete',
    subject: '#row',
  },
  {
    id: 'knex-truncate',
    match: `${query}.truncate()`,
    kind: 'truncate',
    subject: 'the table {table}',
  },
  {
    id: 'knex-update',
    match: `${query}.update()`,
    kind: 'update',
    subject: '#row of {table}',
    unfilteredTrap: 'Without a where this writes over every row.',
  },
  { match: '<knex>.**.raw()', sql: 0 },
];

const schemaRules: readonly LibraryRule[] = [
  {
    id: 'knex-drop-table',
    match: '<knex>.**.schema.(schema)*.dropTable|dropTableIfExists()',
    kind: 'drop',
    subject: 'the table {0}',
  },
  {
    id: 'knex-drop-schema',
    match: '<knex>.**.schema.(schema)*.dropSchema|dropSchemaIfExists()',
    kind: 'drop',
    subject: 'the schema {0}',
  },
  {
    id: 'knex-drop-column',
    match: '<knex>.**.schema.**.dropColumn|dropColumns()',
    kind: 'drop',
    reach: 'some',
    subject: 'the column {0}',
  },
  {
    id: 'knex-rollback',
    match: '<knex>.**.migrate.rollback|down()',
    kind: 'drop',
    reach: 'some',
    subject: 'what the last migrations made',
    trap: 'A rollback drops the tables that the migrations made, with what is in them.',
  },
];

/** Migrations and seeds are handed the connection as a parameter. */
const likelyRules: readonly LibraryRule[] = [
  {
    id: 'knex-likely-drop-table',
    match: '*.**.schema.(schema)*.dropTable|dropTableIfExists()',
    confidence: 'likely',
    kind: 'drop',
    subject: 'the table {0}',
  },
  {
    id: 'knex-likely-drop-column',
    match: '*.**.schema.**.dropColumn|dropColumns()',
    confidence: 'likely',
    kind: 'drop',
    reach: 'some',
    subject: 'the column {0}',
  },
  {
    id: 'knex-likely-delete',
    match: '**.{table:knex|trx|from|into}().(query)*.del|delete()',
    confidence: 'likely',
    kind: 'delete',
    subject: '#row of {table}',
    unfilteredTrap: 'Without a where this deletes every row.',
  },
  {
    id: 'knex-likely-truncate',
    match: '**.{table:knex|trx}().(query)*.truncate()',
    confidence: 'likely',
    kind: 'truncate',
    subject: 'the table {table}',
  },
  {
    id: 'knex-likely-update',
    match: '**.{table:knex|trx}().(query)*.update()',
    confidence: 'likely',
    kind: 'update',
    subject: '#row of {table}',
  },
  { match: '**.knex|trx.raw()', confidence: 'likely', sql: 0 },
];

export const knex: CodeLibrary = {
  name: 'Knex',
  languages: scriptLanguages,
  modules: ['knex'],
  steps: {
    query:
      'where*|andWhere*|orWhere*|having*|join|leftJoin|innerJoin|select|from|into|table|withSchema|limit|orderBy|returning|transacting|modify|with|as|clone|forUpdate|timeout|debug|using|on|first|distinct|then|catch()',
    schema:
      'dropTable|dropTableIfExists|createTable|alterTable|table|withSchema|raw|dropView|renameTable|createTableIfNotExists|createSchema|createSchemaIfNotExists|hasTable|then|catch|transacting()',
  },
  narrowing: {
    where: 'pick',
    andWhere: 'pick',
    whereIn: 'some',
    whereNotIn: 'some',
    whereNot: 'some',
    whereNull: 'some',
    whereNotNull: 'some',
    whereExists: 'some',
    whereNotExists: 'some',
    whereBetween: 'some',
    whereNotBetween: 'some',
    whereRaw: 'pick',
    whereLike: 'some',
    whereILike: 'some',
    whereJsonPath: 'some',
    whereJsonObject: 'some',
    whereColumn: 'some',
    modify: 'some',
    limit: 'some',
  },
  rules: [...queryRules, ...schemaRules, ...likelyRules],
};
