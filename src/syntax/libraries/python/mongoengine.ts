import type { CodeLibrary } from '../../analysis/codeLibrary';

const document = '{Model is Document}';
const collection = `${document}._get_collection()`;

/** mongoengine, and Flask-MongoEngine on top of it. */
export const mongoengine: CodeLibrary = {
  name: 'mongoengine',
  languages: ['python'],
  system: 'mongodb',
  modules: ['mongoengine', 'flask_mongoengine'],
  classes: {
    Document: [
      '<mongoengine>.**.Document|DynamicDocument',
      '<flask_mongoengine>.**.Document|DynamicDocument',
    ],
    QuerySet: ['<mongoengine>.**.QuerySet|QuerySetNoCache', '<flask_mongoengine>.**.BaseQuerySet'],
  },
  steps: {
    query:
      'objects|all|filter|exclude|only|fields|all_fields|order_by|limit|skip|batch_size|hint|collation|comment|' +
      'search_text|where|none|using|clone|select_related|no_sub_classes|clear_cls_query|no_dereference|timeout|' +
      'read_preference|read_concern|no_cache|cache|max_time_ms|allow_disk_use|snapshot|rewind|[:]|[listed]',
    record:
      '[each]|[0]|[instance]|get|first|with_id|create|upsert_one|get_or_404|first_or_404|next',
    itself: 'save|reload|switch_db|switch_collection|select_related',
  },
  narrowing: {
    objects: 'pick',
    filter: 'pick',
    exclude: 'some',
    search_text: 'some',
    where: 'some',
    limit: 'some',
    skip: 'some',
    none: 'some',
    get: 'one',
    first: 'one',
    with_id: 'one',
    get_or_404: 'one',
    first_or_404: 'one',
    next: 'one',
  },
  rules: [
    {
      id: 'mongoengine-instance-delete',
      match: `${document}.(query)*.(record).(itself)*.delete()`,
      kind: 'delete',
      reach: 'one',
      subject: '#document of {Model}',
      trap: 'In a shell, `delete()` looks like `save()`: neither says what it did.',
    },
    {
      id: 'mongoengine-queryset-delete',
      match: `${document}.objects.(query)*.delete()`,
      kind: 'delete',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-manager-delete',
      match: `${document}.*.(query).(query)*.delete()`,
      kind: 'delete',
      reach: 'some',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-queryset-update',
      match: `${document}.objects.(query)*.update()`,
      kind: 'update',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-own-queryset-delete',
      match: '{Query is QuerySet}.[instance].(query)*.delete()',
      kind: 'delete',
      reach: 'some',
      subject: '#document',
    },
    {
      id: 'mongoengine-drop-collection',
      match: `${document}.**.drop_collection()`,
      kind: 'drop',
      subject: 'the collection of {Model}',
    },
    {
      id: 'mongoengine-collection-drop',
      match: `${collection}.drop()`,
      kind: 'drop',
      subject: 'the collection of {Model}',
    },
    {
      id: 'mongoengine-collection-delete-many',
      match: `${collection}.delete_many()`,
      filter: ['filter', 0],
      kind: 'delete',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-collection-update-many',
      match: `${collection}.update_many()`,
      filter: ['filter', 0],
      kind: 'update',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-collection-delete-one',
      match: `${collection}.delete_one|find_one_and_delete()`,
      kind: 'delete',
      reach: 'one',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-likely-queryset-delete',
      confidence: 'likely',
      match: '**.{Model}.objects.(query)*.delete()',
      kind: 'delete',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-likely-queryset-update',
      confidence: 'likely',
      match: '**.{Model}.objects.(query)*.update()',
      kind: 'update',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-likely-instance-delete',
      confidence: 'likely',
      match: '**.{Model}.objects.(query)*.(record).(itself)*.delete()',
      kind: 'delete',
      reach: 'one',
      subject: '#document of {Model}',
    },
    {
      id: 'mongoengine-likely-drop-collection',
      confidence: 'likely',
      match: '**.{Model}.drop_collection()',
      kind: 'drop',
      subject: 'the collection of {Model}',
    },
  ],
};
