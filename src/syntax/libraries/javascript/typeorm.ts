import type { CodeLibrary, LibraryRule } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

const repository =
  '<typeorm>.**.{entity:getRepository|getTreeRepository|getMongoRepository|getCustomRepository|Repository|TreeRepository|MongoRepository}()';

/** Repositories, also after `withRepository` and `extend`; and entities that carry their own calls. */
const onRepositories = (calls: string): readonly string[] => [
  `${repository}.(wrap)*.${calls}`,
  `{entity is BaseEntity}.${calls}`,
];

const undefinedTrap =
  'TypeORM leaves conditions out that are undefined at run time: then this reaches every row.';

const repositoryRules: readonly LibraryRule[] = [
  {
    id: 'typeorm-clear',
    match: onRepositories('clear()'),
    kind: 'truncate',
    subject: 'the table of {entity}',
    trap: 'clear truncates the table of the entity.',
  },
  {
    id: 'typeorm-delete-all',
    match: onRepositories('deleteAll()'),
    kind: 'delete',
    subject: '#row of {entity}',
  },
  {
    id: 'typeorm-delete',
    match: onRepositories('delete()'),
    filter: [0],
    kind: 'delete',
    subject: '#row of {entity}',
    undefinedTrap,
  },
  {
    id: 'typeorm-delete-many',
    match: `${repository}.deleteMany()`,
    filter: [0],
    kind: 'delete',
    subject: '#document of {entity}',
  },
  {
    id: 'typeorm-remove-found',
    match: onRepositories('remove()'),
    takes: '<typeorm>.**.find|findBy|findAndCount|findAndCountBy|findByIds|getMany()',
    kind: 'delete',
    subject: '#row of {entity}',
    trap: 'remove deletes each of the rows that were found.',
  },
  {
    id: 'typeorm-remove-found-entities',
    match: onRepositories('remove()'),
    takes: '{model is BaseEntity}.find|findBy|findAndCount|findAndCountBy|findByIds()',
    kind: 'delete',
    subject: '#row of {entity}',
    trap: 'remove deletes each of the rows that were found.',
  },
  {
    id: 'typeorm-remove',
    match: [
      ...onRepositories('remove()'),
      '{entity is BaseEntity}.(found).remove()',
      '{entity is BaseEntity}.[instance].remove()',
    ],
    kind: 'delete',
    reach: 'one',
    subject: '#row of {entity}',
  },
  {
    id: 'typeorm-remove-each',
    match: '{entity is BaseEntity}.(found).[each]|[0].remove()',
    kind: 'delete',
    reach: 'one',
    subject: '#row of {entity}',
    trap: 'This deletes each row that the loop comes to.',
  },
  {
    id: 'typeorm-update-all',
    match: onRepositories('updateAll()'),
    kind: 'update',
    subject: '#row of {entity}',
  },
  {
    id: 'typeorm-update',
    match: onRepositories('update()'),
    filter: [0],
    kind: 'update',
    subject: '#row of {entity}',
    undefinedTrap,
  },
];

const builder = '**.createQueryBuilder().(query)*';

const builderRules: readonly LibraryRule[] = [
  {
    id: 'typeorm-builder-delete',
    match: [`<typeorm>.${builder}.delete()`, `{entity is BaseEntity}.${builder}.delete()`],
    kind: 'delete',
    subject: '#row',
  },
  {
    id: 'typeorm-builder-update',
    match: [`<typeorm>.${builder}.update()`, `{entity is BaseEntity}.${builder}.update()`],
    kind: 'update',
    subject: '#row',
  },
];

/** Managers are handed the entity first. */
const managerRules: readonly LibraryRule[] = [
  {
    id: 'typeorm-manager-clear',
    match: '<typeorm>.**.clear()',
    takes: '**.{Entity}',
    kind: 'truncate',
    subject: 'the table of {Entity}',
    trap: 'clear truncates the table of the entity.',
  },
  {
    id: 'typeorm-manager-delete-all',
    match: '<typeorm>.**.deleteAll()',
    takes: '**.{Entity}',
    kind: 'delete',
    subject: '#row of {Entity}',
  },
  {
    id: 'typeorm-manager-delete',
    match: '<typeorm>.**.delete()',
    takes: '**.{Entity}',
    filter: [1],
    kind: 'delete',
    subject: '#row of {Entity}',
    undefinedTrap,
  },
  {
    id: 'typeorm-manager-update',
    match: '<typeorm>.**.update()',
    takes: '**.{Entity}',
    filter: [1],
    kind: 'update',
    subject: '#row of {Entity}',
    undefinedTrap,
  },
  {
    id: 'typeorm-manager-remove',
    match: '<typeorm>.**.{manager:EntityManager|manager|getManager|transaction}.remove()',
    kind: 'delete',
    reach: 'one',
    subject: '#row',
  },
];

const schemaRules: readonly LibraryRule[] = [
  {
    id: 'typeorm-drop-schema-at-start',
    match: [
      '<typeorm>.**.DataSource|createConnection|Connection()',
      '<@nestjs/typeorm>.**.TypeOrmModule.forRoot()',
    ],
    says: { place: '.dropSchema', literal: 'true' },
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
    trap: 'dropSchema drops every table each time that the program starts.',
  },
  {
    id: 'typeorm-synchronize-at-start',
    match: [
      '<typeorm>.**.DataSource|createConnection|Connection()',
      '<@nestjs/typeorm>.**.TypeOrmModule.forRoot()',
    ],
    says: { place: '.synchronize', literal: 'true' },
    kind: 'drop',
    reach: 'some',
    subject: 'the columns and tables that the entities have not',
    trap: 'synchronize changes the tables at each start: a renamed field is a dropped column.',
  },
  {
    id: 'typeorm-synchronize-dropping',
    match: '<typeorm>.**.synchronize()',
    given: 0,
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
    trap: 'synchronize(true) drops the whole database before it makes the tables again.',
  },
  {
    id: 'typeorm-drop-database',
    match: '<typeorm>.**.dropDatabase|clearDatabase()',
    kind: 'drop',
    subject: 'every table',
    takesAll: true,
  },
  {
    id: 'typeorm-drop-schema',
    match: '<typeorm>.**.dropSchema()',
    kind: 'drop',
    subject: 'the schema {0}',
  },
  {
    id: 'typeorm-drop-table',
    match: '<typeorm>.**.dropTable()',
    kind: 'drop',
    subject: 'the table {0}',
  },
  {
    id: 'typeorm-clear-table',
    match: '<typeorm>.**.clearTable()',
    kind: 'truncate',
    subject: 'the table {0}',
  },
  {
    id: 'typeorm-drop-column',
    match: '<typeorm>.**.dropColumn|dropColumns()',
    kind: 'drop',
    reach: 'some',
    subject: 'columns of {0}',
  },
  {
    id: 'typeorm-undo-migration',
    match: '<typeorm>.**.undoLastMigration()',
    kind: 'drop',
    reach: 'some',
    subject: 'what the last migration made',
  },
  { match: '<typeorm>.**.query|sql()', sql: 0 },
  { match: '**.queryRunner.query()', confidence: 'likely', sql: 0 },
];

export const typeorm: CodeLibrary = {
  name: 'TypeORM',
  languages: scriptLanguages,
  modules: ['typeorm', '@nestjs/typeorm'],
  classes: { BaseEntity: ['<typeorm>.**.BaseEntity'] },
  steps: {
    wrap: 'extend|withRepository()',
    query: 'select|addSelect|from|leftJoin|innerJoin|where|andWhere|orWhere|relation|of()',
    found: 'find|findBy|findOne|findOneBy|findOneOrFail|findOneByOrFail|findByIds|create|preload()',
  },
  narrowing: {
    where: 'pick',
    andWhere: 'pick',
    whereInIds: 'some',
    whereExists: 'some',
    limit: 'some',
    take: 'some',
    find: 'pick',
    findBy: 'pick',
    findAndCount: 'pick',
    findAndCountBy: 'pick',
    findByIds: 'some',
    findOne: 'one',
    findOneBy: 'one',
    findOneOrFail: 'one',
    findOneByOrFail: 'one',
    create: 'one',
    preload: 'one',
  },
  rules: [...builderRules, ...repositoryRules, ...managerRules, ...schemaRules],
};
