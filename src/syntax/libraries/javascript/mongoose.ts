import type { CodeLibrary } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

/** What makes a model, or stands for one as a type: `model('User', schema)`, `Model<User>`. */
const models = [
  '<mongoose>.**.{model:model|Model|discriminator}()',
  '<mongoose>.**.models.{model}',
  '<@typegoose/typegoose>.{model:getModelForClass|addModelToTypegoose|getDiscriminatorModelForClass|ReturnModelType}()',
  '{model is Model}',
];

/** The calls of models. Records are what their queries give. */
const onModels = (calls: string): readonly string[] => models.map((model) => `${model}.${calls}`);

const trapOfDelete =
  'deleteMany without a filter, or with one that is undefined, takes every document.';

export const mongoose: CodeLibrary = {
  name: 'Mongoose',
  languages: scriptLanguages,
  system: 'mongodb',
  modules: ['mongoose', '@nestjs/mongoose', '@typegoose/typegoose'],
  classes: {
    Model: ['<mongoose>.**.Model', '<@typegoose/typegoose>.**.Model'],
  },
  steps: {
    query:
      'find|where|equals|all|and|or|nor|in|nin|ne|gt|gte|lt|lte|exists|regex|mod|size|within|near|elemMatch|sort|limit|skip|select|populate|lean|session|setOptions|hint|collation|comment|read|readConcern|maxTimeMS|batchSize|merge|exec|cursor|orFail|toArray|then|catch()',
    one: 'findOne|findById|findOneAndUpdate|findByIdAndUpdate|findOneAndReplace|create|hydrate()',
    each: '[each]|[0]',
  },
  narrowing: {
    find: 'pick',
    where: 'pick',
    limit: 'some',
    findOne: 'one',
    findById: 'one',
    findOneAndUpdate: 'one',
    findByIdAndUpdate: 'one',
    findOneAndReplace: 'one',
    create: 'one',
    hydrate: 'one',
  },
  rules: [
    {
      id: 'mongoose-drop-database',
      match: '<mongoose>.**.dropDatabase()',
      kind: 'drop',
      subject: 'the whole database',
      takesAll: true,
    },
    {
      id: 'mongoose-drop-collection',
      match: '<mongoose>.**.dropCollection()',
      kind: 'drop',
      subject: 'the collection {0}',
    },
    {
      id: 'mongoose-collection-drop',
      match: [
        '<mongoose>.**.{collection:collection}().drop()',
        '<mongoose>.**.collections.{collection}.drop()',
        ...onModels('collection.drop()'),
      ],
      kind: 'drop',
      subject: 'the collection {collection}',
    },
    {
      id: 'mongoose-delete-many',
      match: [...onModels('(query)*.deleteMany()'), ...onModels('collection.deleteMany()')],
      filter: ['.filter', 0],
      kind: 'delete',
      subject: '#document of {model}',
      unfilteredTrap: trapOfDelete,
    },
    {
      id: 'mongoose-collection-delete-many',
      match: [
        '<mongoose>.**.{collection:collection}().deleteMany()',
        '<mongoose>.**.collections.{collection}.deleteMany()',
        '<mongoose>.**.collections().{collection}.deleteMany()',
      ],
      filter: ['.filter', 0],
      kind: 'delete',
      subject: '#document of {collection}',
      unfilteredTrap: trapOfDelete,
    },
    {
      id: 'mongoose-remove-one',
      match: [...onModels('(query)*.(one).(query)*.remove()')],
      kind: 'delete',
      reach: 'one',
      subject: '#document of {model}',
    },
    {
      id: 'mongoose-remove-each',
      match: [...onModels('(query)*.(each).remove|deleteOne()')],
      kind: 'delete',
      reach: 'one',
      subject: '#document of {model}',
      trap: 'This deletes each document that the loop comes to.',
    },
    {
      id: 'mongoose-remove',
      match: [...onModels('(query)*.remove()'), '<mongoose>.**.collections.{model}.remove()'],
      filter: ['.filter', 0],
      single: ['.justOne', '.single'],
      kind: 'delete',
      subject: '#document of {model}',
      unfilteredTrap: 'remove takes every document that fits, and without a filter each of them.',
    },
    {
      id: 'mongoose-delete-one',
      match: [
        ...onModels(
          '(query)*.deleteOne|findOneAndDelete|findByIdAndDelete|findByIdAndRemove|findOneAndRemove()',
        ),
        ...onModels('(query)*.(one).(query)*.deleteOne()'),
        ...onModels('[instance].deleteOne|remove()'),
        ...onModels('().deleteOne()'),
      ],
      kind: 'delete',
      reach: 'one',
      subject: '#document of {model}',
    },
    {
      id: 'mongoose-update-many',
      match: [...onModels('(query)*.updateMany()'), ...onModels('collection.updateMany()')],
      filter: ['.filter', 0],
      kind: 'update',
      subject: '#document of {model}',
      unfilteredTrap:
        'updateMany without a filter, or with one that is undefined, writes over every document.',
    },
    {
      id: 'mongoose-update-multi',
      match: [...onModels('(query)*.update()')],
      given: '.multi',
      filter: ['.filter', 0],
      kind: 'update',
      subject: '#document of {model}',
    },
    { match: [...onModels('bulkWrite()')], bulk: 0 },
    {
      id: 'mongoose-overwrite-collection',
      match: [...onModels('aggregate()')],
      given: '$out',
      kind: 'overwrite',
      subject: 'the collection {$out}',
      trap: '$out replaces the whole collection that it writes to.',
    },
    {
      id: 'mongoose-likely-delete-many',
      match: '**.{Model}.(query)*.deleteMany()',
      confidence: 'likely',
      filter: ['.filter', 0],
      kind: 'delete',
      subject: '#document of {Model}',
      unfilteredTrap: trapOfDelete,
    },
    {
      id: 'mongoose-likely-delete-by-id',
      match: '**.{Model}.findByIdAndDelete|findByIdAndRemove|findOneAndDelete|findOneAndRemove()',
      confidence: 'likely',
      kind: 'delete',
      reach: 'one',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoose-likely-update-many',
      match: '**.{Model}.(query)*.updateMany()',
      confidence: 'likely',
      filter: ['.filter', 0],
      kind: 'update',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoose-likely-drop-database',
      match: '**.connection|conn|db.dropDatabase()',
      confidence: 'likely',
      kind: 'drop',
      subject: 'the whole database',
      takesAll: true,
    },
    {
      id: 'mongoose-possible-delete-many',
      match: '*.**.deleteMany()',
      confidence: 'possible',
      filter: ['.filter', 0],
      kind: 'delete',
      subject: '#document',
    },
  ],
};
