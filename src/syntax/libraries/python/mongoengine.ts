import type { CodeLibrary } from '../../analysis/codeLibrary';

export const mongoengine: CodeLibrary = {
  name: 'mongoengine',
  languages: ['python'],
  system: 'mongodb',
  modules: ['mongoengine', 'flask_mongoengine'],
  classes: {
    Document: [
      '<mongoengine>.**.Document|DynamicDocument',
      '<flask_mongoengine>.MongoEngine().Document|DynamicDocument',
    ],
  },
  steps: {
    query: 'objects|filter|order_by|limit|skip|exclude|only|all|no_cache|batch_size|hint',
    one: 'first|get|[each]|[0]|[instance]',
  },
  narrowing: {
    filter: 'pick',
    objects: 'pick',
    limit: 'some',
    skip: 'some',
    first: 'one',
    get: 'one',
  },
  rules: [
    {
      id: 'mongoengine-queryset-delete',
      match: '{Model is Document}.objects.(query)*.delete()',
      kind: 'delete',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-instance-delete',
      match: '{Model is Document}.[instance].delete()',
      kind: 'delete',
      reach: 'one',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-instance-delete',
      match: '{Model is Document}.objects.(query)*.(one).delete()',
      kind: 'delete',
      reach: 'one',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-drop-collection',
      match: '{Model is Document}.drop_collection()',
      kind: 'drop',
      subject: 'the collection of {Model}',
    },
    {
      id: 'mongoengine-objects-delete',
      match: '**.{Model}.objects.(query)*.delete()',
      confidence: 'likely',
      kind: 'delete',
      subject: '#document of {Model}',
    },
  ],
};
