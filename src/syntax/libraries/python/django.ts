import type { CodeLibrary } from '../../analysis/codeLibrary';

const model = '{Model is Model}';
const manager = 'objects|_default_manager|_base_manager';
/** Models of Django's own applications, of which `sessions` only holds what comes again. */
const ownModel =
  '<django>.contrib.auth|admin|sites|contenttypes|flatpages|redirects.models.{Model}';
const userModel = '<django>.contrib.auth.get_user_model()';

const onManagers = (calls: string): readonly string[] =>
  [model, ownModel, userModel].map((begin) => `${begin}.${manager}.(query)*.${calls}`);

/** What belongs to one record, by the name of a relation. */
const onRelations = (calls: string): readonly string[] => [
  `${model}.(record).*.(query).(query)*.${calls}`,
  `${model}.*.(query)*.(record).*.(query).(query)*.${calls}`,
];

const onUnknownManagers = (calls: string): readonly string[] => [
  `**.{Model}.objects.(query)*.${calls}`,
  `**.get_model().${manager}.(query)*.${calls}`,
];

/** Queries by methods of a project's own, those that an action is handed, and those of views. */
const onQueries = (calls: string): readonly string[] => [
  `${model}.${manager}.(query)*.*().(query)*.${calls}`,
  `queryset.(query)*.${calls}`,
  `**.get_queryset().(query)*.${calls}`,
];

const onEachRelated = (calls: string): readonly string[] => [
  `${model}.(record).*.(query)*.[each].${calls}`,
  `${model}.*.(query)*.(record).*.(query)*.[each].${calls}`,
];

const extensions =
  'model_utils|django_extensions|polymorphic|mptt|treebeard|wagtail|modelcluster|simple_history|parler|ordered_model';

const remove = 'delete|adelete|_raw_delete()';
const removeOne = 'delete|adelete()';
const update = 'update|aupdate()';

export const django: CodeLibrary = {
  name: 'Django',
  languages: ['python'],
  modules: ['django', 'rest_framework'],
  classes: {
    Model: [
      '<django>.**.models.*Model',
      '<django>.contrib.**.models.*',
      '<django>.contrib.auth.base_user.AbstractBaseUser',
      `<${extensions}>.**.models|mp_tree|ns_tree|al_tree.*`,
    ],
    Test: ['<django>.**.test.**.*TestCase', '<rest_framework>.test.*TestCase'],
    QuerySet: [
      '<django>.**.*QuerySet|*Manager|from_queryset',
      `<${extensions}>.**.*QuerySet|*Manager`,
    ],
  },
  steps: {
    query:
      'all|filter|exclude|complex_filter|using|db_manager|get_queryset|order_by|reverse|distinct|annotate|alias|' +
      'select_related|prefetch_related|select_for_update|only|defer|extra|none|iterator|aiterator|union|intersection|' +
      'difference|get_or_create|update_or_create|aget_or_create|aupdate_or_create|[:]|[listed]',
    record:
      '[each]|[0]|[instance]|get|aget|first|afirst|last|alast|latest|alatest|earliest|aearliest|create|acreate|' +
      'create_user|create_superuser',
  },
  narrowing: {
    filter: 'pick',
    complex_filter: 'some',
    exclude: 'some',
    extra: 'some',
    none: 'some',
    intersection: 'some',
    difference: 'some',
    get: 'one',
    aget: 'one',
    first: 'one',
    afirst: 'one',
    last: 'one',
    alast: 'one',
    latest: 'one',
    alatest: 'one',
    earliest: 'one',
    aearliest: 'one',
    get_or_create: 'one',
    update_or_create: 'one',
  },
  rules: [
    {
      id: 'django-queryset-delete',
      match: onManagers(remove),
      kind: 'delete',
      subject: '#row of {Model}',
    },
    {
      id: 'django-queryset-update',
      match: onManagers(update),
      kind: 'update',
      subject: '#row of {Model}',
    },
    {
      id: 'django-related-delete',
      match: [...onRelations(remove), ...onEachRelated(removeOne)],
      kind: 'delete',
      reach: 'some',
      subject: '#row that belong to one {Model}',
    },
    {
      id: 'django-instance-delete',
      match: [
        `${model}.(record).${removeOne}`,
        `${model}.*.(query)*.(record).${removeOne}`,
        `${model}.(record).*.(query)*.(record).${removeOne}`,
        ...onManagers(`(record).${removeOne}`),
      ],
      kind: 'delete',
      reach: 'one',
      subject: '#row of {Model}',
    },
    {
      id: 'django-related-update',
      match: onRelations(update),
      kind: 'update',
      reach: 'some',
      subject: '#row that belong to one {Model}',
    },
    {
      id: 'django-manager-delete',
      match: `${model}.*.(query).(query)*.${remove}`,
      kind: 'delete',
      subject: '#row of {Model}',
    },
    {
      id: 'django-manager-update',
      match: `${model}.*.(query).(query)*.${update}`,
      kind: 'update',
      subject: '#row of {Model}',
    },
    {
      id: 'django-bulk-update',
      match: onManagers('bulk_update|abulk_update()'),
      kind: 'update',
      reach: 'some',
      subject: '#row of {Model}',
    },
    {
      id: 'django-own-queryset-delete',
      match: `{Query is QuerySet}.[instance].(query)*.${remove}`,
      kind: 'delete',
      reach: 'some',
      subject: 'the rows of a query',
    },
    {
      id: 'django-own-queryset-update',
      match: `{Query is QuerySet}.[instance].(query)*.${update}`,
      kind: 'update',
      reach: 'some',
      subject: 'the rows of a query',
    },
    {
      id: 'django-found-delete',
      match: '<django>.shortcuts.{model:get_object_or_404|aget_object_or_404}().delete|adelete()',
      kind: 'delete',
      reach: 'one',
      subject: '#row of {model}',
    },
    {
      id: 'django-migration-delete-model',
      match: '<django>.db.migrations.**.DeleteModel()',
      kind: 'drop',
      subject: 'the table of {name}',
    },
    {
      id: 'django-migration-remove-field',
      match: '<django>.db.migrations.**.RemoveField()',
      kind: 'drop',
      reach: 'some',
      subject: 'the field {name} of {model_name}',
    },
    { match: '<django>.db.migrations.**.RunSQL()', sql: 0 },
    { match: '<django>.db.**.execute()', sql: 0 },
    { match: '<django>.db.**.executemany()', sql: 0, isRepeated: true },
    { match: `${model}.${manager}.(query)*.raw()`, sql: 0 },
    { match: '<django>.core.management.**.call_command()', command: 'manage.py' },
    {
      id: 'django-likely-queryset-delete',
      confidence: 'likely',
      match: onUnknownManagers(remove),
      kind: 'delete',
      subject: '#row of {Model}',
    },
    {
      id: 'django-likely-queryset-update',
      confidence: 'likely',
      match: onUnknownManagers(update),
      kind: 'update',
      subject: '#row of {Model}',
    },
    {
      id: 'django-likely-instance-delete',
      confidence: 'likely',
      match: onUnknownManagers(`(record).${removeOne}`),
      kind: 'delete',
      reach: 'one',
      subject: '#row of {Model}',
    },
    {
      id: 'django-likely-query-delete',
      confidence: 'likely',
      match: onQueries(remove),
      kind: 'delete',
      reach: 'some',
      subject: 'the rows of a query',
    },
    {
      id: 'django-likely-query-update',
      confidence: 'likely',
      match: onQueries(update),
      kind: 'update',
      reach: 'some',
      subject: 'the rows of a query',
    },
    {
      id: 'django-likely-schema-delete-model',
      confidence: 'likely',
      match: 'schema_editor.delete_model()',
      kind: 'drop',
      subject: 'the table of {0}',
    },
    {
      id: 'django-likely-schema-remove-field',
      confidence: 'likely',
      match: 'schema_editor.remove_field()',
      kind: 'drop',
      reach: 'some',
      subject: 'a field of {0}',
    },
    { confidence: 'likely', match: '**.schema_editor|cursor|connection.execute()', sql: 0 },
  ],
};
