import type { CodeLibrary, LibraryRule } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

const models = [
  '{model is Model}',
  '<sequelize>.**.{model:define|model|import|ModelStatic|ModelCtor}()',
  '<sequelize>.**.models.{model}',
];

const onModels = (calls: string): readonly string[] => models.map((model) => `${model}.${calls}`);

const queryInterfaces = [
  '<sequelize>.**.getQueryInterface|QueryInterface()',
  '<sequelize>.**.queryInterface',
];

const onInterfaces = (calls: string): readonly string[] =>
  queryInterfaces.map((start) => `${start}.${calls}`);

const forceTrap = 'force drops each table before it is made again: what was in it is gone.';

const modelRules: readonly LibraryRule[] = [
  {
    id: 'sequelize-destroy-truncating',
    match: onModels('(scope)*.destroy()'),
    given: '.truncate',
    kind: 'truncate',
    subject: 'the table of {model}',
    trap: 'truncate empties the table whatever its where says.',
  },
  {
    id: 'sequelize-destroy',
    match: onModels('(scope)*.destroy()'),
    given: '.where',
    filter: ['.where'],
    kind: 'delete',
    subject: '#row of {model}',
    unfilteredTrap: 'An empty where takes every row.',
  },
  {
    id: 'sequelize-destroy-one',
    match: [
      ...onModels('(scope)*.(one).destroy()'),
      ...onModels('[instance].destroy()'),
      ...onModels('(scope)*.findOrCreate|findOrBuild|findCreateFind().[0].destroy()'),
    ],
    kind: 'delete',
    reach: 'one',
    subject: '#row of {model}',
  },
  {
    id: 'sequelize-destroy-each',
    match: onModels('(scope)*.findAll|findAndCountAll|bulkCreate().(row)*.destroy()'),
    kind: 'delete',
    reach: 'one',
    subject: '#row of {model}',
    trap: 'This deletes each row that the loop comes to.',
  },
  {
    id: 'sequelize-update',
    match: onModels('(scope)*.update()'),
    given: '.where',
    filter: ['.where'],
    kind: 'update',
    subject: '#row of {model}',
    unfilteredTrap: 'An empty where writes over every row.',
  },
  {
    id: 'sequelize-truncate',
    match: onModels('(scope)*.truncate()'),
    kind: 'truncate',
    subject: 'the table of {model}',
  },
  {
    id: 'sequelize-model-drop',
    match: onModels('drop()'),
    kind: 'drop',
    subject: 'the table of {model}',
  },
  {
    id: 'sequelize-model-sync-force',
    match: onModels('sync()'),
    given: '.force',
    kind: 'drop',
    subject: 'the table of {model}',
    trap: forceTrap,
  },
];

const databases = '<sequelize>.**.Sequelize|sequelize|connection()';
const connections = [
  databases,
  '<sequelize>()',
  '<sequelize-typescript>.**.Sequelize()',
  '<@sequelize/core>.**.Sequelize()',
];
const onConnections = (calls: string): readonly string[] =>
  connections.map((connection) => `${connection}.${calls}`);

const connectionRules: readonly LibraryRule[] = [
  {
    id: 'sequelize-sync-force',
    match: onConnections('sync()'),
    given: '.force',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
    trap: forceTrap,
  },
  {
    id: 'sequelize-drop',
    match: onConnections('drop()'),
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'sequelize-truncate-all',
    match: onConnections('truncate()'),
    kind: 'truncate',
    subject: 'every table',
    takesAll: true,
  },
  { match: onConnections('query()'), sql: 0 },
];

const interfaceRules: readonly LibraryRule[] = [
  {
    id: 'sequelize-drop-all-tables',
    match: onInterfaces('dropAllTables|dropAllSchemas()'),
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'sequelize-drop-table',
    match: onInterfaces('dropTable()'),
    kind: 'drop',
    subject: 'the table {0}',
  },
  {
    id: 'sequelize-drop-schema',
    match: onInterfaces('dropSchema|dropDatabase()'),
    kind: 'drop',
    subject: 'the schema {0}',
  },
  {
    id: 'sequelize-remove-column',
    match: onInterfaces('removeColumn()'),
    kind: 'drop',
    reach: 'some',
    subject: 'a column of {0}',
  },
  {
    id: 'sequelize-bulk-delete',
    match: onInterfaces('bulkDelete()'),
    filter: [1],
    kind: 'delete',
    subject: '#row of {0}',
  },
  {
    id: 'sequelize-bulk-update',
    match: onInterfaces('bulkUpdate()'),
    filter: [2],
    kind: 'update',
    subject: '#row of {0}',
  },
  { match: onInterfaces('sequelize.query()'), sql: 0 },
];

/** Migrations are handed the interface as a parameter, and models are often reached through an index that is made at run time. */
const unknownInterface = '**.queryInterface|qi';

const likelyRules: readonly LibraryRule[] = [
  {
    id: 'sequelize-likely-drop-all-tables',
    match: `${unknownInterface}.dropAllTables|dropAllSchemas()`,
    confidence: 'likely',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'sequelize-likely-drop-table',
    match: `${unknownInterface}.dropTable()`,
    confidence: 'likely',
    kind: 'drop',
    subject: 'the table {0}',
  },
  {
    id: 'sequelize-likely-remove-column',
    match: `${unknownInterface}.removeColumn()`,
    confidence: 'likely',
    kind: 'drop',
    reach: 'some',
    subject: 'a column of {0}',
  },
  {
    id: 'sequelize-likely-bulk-delete',
    match: `${unknownInterface}.bulkDelete()`,
    confidence: 'likely',
    filter: [1],
    kind: 'delete',
    subject: '#row of {0}',
  },
  {
    id: 'sequelize-likely-bulk-update',
    match: `${unknownInterface}.bulkUpdate()`,
    confidence: 'likely',
    filter: [2],
    kind: 'update',
    subject: '#row of {0}',
  },
  {
    match: '**.queryInterface|qi.sequelize.query()',
    confidence: 'likely',
    sql: 0,
  },
  {
    id: 'sequelize-likely-destroy-truncating',
    match: '**.{Model}.destroy()',
    confidence: 'likely',
    given: '.truncate',
    kind: 'truncate',
    subject: 'the table of {Model}',
    trap: 'truncate empties the table whatever its where says.',
  },
  {
    id: 'sequelize-likely-destroy',
    match: '**.{Model}.(scope)*.destroy()',
    confidence: 'likely',
    given: '.where',
    filter: ['.where'],
    kind: 'delete',
    subject: '#row of {Model}',
  },
  {
    id: 'sequelize-likely-update',
    match: '**.{Model}.(scope)*.update()',
    confidence: 'likely',
    given: '.where',
    filter: ['.where'],
    kind: 'update',
    subject: '#row of {Model}',
  },
  {
    id: 'sequelize-likely-sync-force',
    match: '**.sequelize|db.sync()',
    confidence: 'likely',
    given: '.force',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
    trap: forceTrap,
  },
  { match: '**.sequelize.query()', confidence: 'likely', sql: 0 },
];

export const sequelize: CodeLibrary = {
  name: 'Sequelize',
  languages: scriptLanguages,
  modules: ['sequelize', 'sequelize-typescript', '@sequelize/core', 'sequelize-cli'],
  classes: {
    Model: [
      '<sequelize>.**.Model',
      '<sequelize-typescript>.**.Model',
      '<@sequelize/core>.**.Model',
    ],
  },
  steps: {
    scope: 'scope|unscoped|schema|withScope|withoutScope|withSchema()',
    one: 'findOne|findByPk|findById|create|build|find()',
    row: '[each]|[0]|[:]|rows, catch|then()',
  },
  narrowing: {
    findAll: 'pick',
    findAndCountAll: 'pick',
    findOne: 'one',
    findByPk: 'one',
    findById: 'one',
    find: 'one',
    create: 'one',
    build: 'one',
    bulkCreate: 'some',
    scope: 'some',
  },
  rules: [...modelRules, ...connectionRules, ...interfaceRules, ...likelyRules],
};
