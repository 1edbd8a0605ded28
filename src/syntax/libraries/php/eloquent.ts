import type { CodeLibrary, LibraryRule } from '../../analysis/codeLibrary';

const deletions = 'delete|forceDelete|deleteQuietly|deleteOrFail';
const begins =
  'query|newQuery|where*|orWhere*|with*|onlyTrashed|latest|oldest|orderBy|limit|take|has|doesntHave|select|join|when';

const modelRules: readonly LibraryRule[] = [
  {
    id: 'eloquent-truncate',
    match: '{Model is Model}.(query)*.truncate()',
    kind: 'truncate',
    reach: 'all',
    subject: 'the table of {Model}',
  },
  {
    id: 'eloquent-delete',
    match: `{Model is Model}.(query)*.${deletions}()`,
    kind: 'delete',
    subject: '#record of {Model}',
    unfilteredTrap: 'Nothing picks what is deleted: every row of the table goes.',
  },
  {
    id: 'eloquent-instance-delete',
    match: [
      `{Model is Model}.[instance].${deletions}()`,
      `{Model is Model}.(query)*.(one).${deletions}()`,
    ],
    kind: 'delete',
    reach: 'one',
    subject: '#record of {Model}',
  },
  {
    id: 'eloquent-each-delete',
    match: `{Model is Model}.**.[each].${deletions}()`,
    kind: 'delete',
    subject: '#record of {Model}',
    trap: 'This deletes every record that the loop comes to.',
  },
  {
    id: 'eloquent-relation-delete',
    match: `{Model is Model}.**.{relation}().(query)*.${deletions}()`,
    kind: 'delete',
    reach: 'some',
    subject: 'records of {relation}',
  },
  {
    id: 'eloquent-destroy',
    match: '{Model is Model}.destroy|forceDestroy()',
    kind: 'delete',
    filter: [0],
    subject: '#record of {Model}',
  },
  {
    id: 'eloquent-update',
    match: `{Model is Model}.${begins}().(query)*.update|increment|decrement()`,
    kind: 'update',
    subject: '#record of {Model}',
    unfilteredTrap: 'Nothing picks what is updated: every row of the table is written over.',
  },
  {
    id: 'eloquent-likely-delete',
    match: `<App>.**.{Model}.${begins}().(query)*.${deletions}()`,
    confidence: 'likely',
    kind: 'delete',
    subject: '#record of {Model}',
  },
  {
    id: 'eloquent-likely-truncate',
    match: '<App>.**.{Model}.truncate()',
    confidence: 'likely',
    kind: 'truncate',
    subject: 'the table of {Model}',
  },
];

const builderRules: readonly LibraryRule[] = [
  {
    id: 'laravel-table-truncate',
    match: '**.DB.**.{table:table}().truncate()',
    kind: 'truncate',
    subject: 'the table {table}',
  },
  {
    id: 'laravel-table-delete',
    match: '**.DB.**.{table:table}().(query)*.delete()',
    kind: 'delete',
    subject: '#row of {table}',
    unfilteredTrap: 'Without a where this deletes every row.',
  },
  {
    id: 'laravel-table-update',
    match: '**.DB.**.{table:table}().(query)*.update|increment|decrement()',
    kind: 'update',
    subject: '#row of {table}',
    unfilteredTrap: 'Without a where this writes over every row.',
  },
  { match: '**.DB.**.statement|unprepared|delete|update|affectingStatement()', sql: 0 },
];

const table = '<Illuminate>.Database.Schema.Blueprint()';

const schemaRules: readonly LibraryRule[] = [
  {
    id: 'laravel-drop-all',
    match: '**.Schema.**.dropAllTables|dropAllViews|dropDatabaseIfExists()',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'laravel-drop-table',
    match: '**.Schema.**.drop|dropIfExists()',
    kind: 'drop',
    subject: 'the table {0}',
  },
  {
    id: 'laravel-drop-column',
    match: [
      '**.Schema.**.dropColumns()',
      `${table}.dropColumn|dropTimestamps|dropSoftDeletes|dropMorphs()`,
    ],
    kind: 'drop',
    reach: 'some',
    subject: 'the column {0}',
  },
  {
    id: 'laravel-drop-index',
    match: `${table}.dropIndex|dropUnique|dropPrimary|dropForeign|dropConstrainedForeignId|dropFullText()`,
    kind: 'drop',
    reach: 'one',
    subject: 'an index or a constraint',
  },
  { match: '**.Artisan.call|queue()', command: 'artisan' },
];

export const eloquent: CodeLibrary = {
  name: 'Eloquent',
  languages: ['php'],
  modules: ['Illuminate', 'App'],
  classes: {
    Model: [
      '<Illuminate>.Database.Eloquent.**.Model|Pivot|MorphPivot',
      '<Illuminate>.Foundation.Auth.User',
      '<Laravel>.**.PersonalAccessToken',
    ],
  },
  steps: {
    query:
      'query|newQuery|newModelQuery|where*|orWhere*|with*|onlyTrashed|latest|oldest|orderBy*|limit|take|skip|offset|has|orHas|doesntHave|select|join|leftJoin|when|lockForUpdate|get|all|cursor|lazy*|chunk*|each|on|groupBy|having|reorder|tap|unless',
    one: 'find|findOrFail|findOr|first|firstOrFail|firstWhere|sole|firstOrCreate|firstOrNew|create|make|fresh|refresh, [0]',
  },
  narrowing: {
    where: 'pick',
    orWhere: 'pick',
    whereKey: 'one',
    whereIn: 'some',
    whereNotIn: 'some',
    whereNot: 'some',
    whereNull: 'some',
    whereNotNull: 'some',
    whereBetween: 'some',
    whereNotBetween: 'some',
    whereDate: 'some',
    whereYear: 'some',
    whereColumn: 'some',
    whereHas: 'some',
    whereDoesntHave: 'some',
    whereExists: 'some',
    whereLike: 'some',
    whereRaw: 'pick',
    doesntHave: 'some',
    has: 'some',
    onlyTrashed: 'some',
    limit: 'some',
    take: 'some',
    skip: 'some',
    when: 'some',
    find: 'one',
    findOrFail: 'one',
    first: 'one',
    firstOrFail: 'one',
    firstWhere: 'one',
  },
  rules: [...modelRules, ...builderRules, ...schemaRules],
};
