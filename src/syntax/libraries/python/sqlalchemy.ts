import type { CodeLibrary } from '../../analysis/codeLibrary';

const model = '{Model is Model}';
const library =
  '<sqlalchemy|flask_sqlalchemy|flask_sqlalchemy_lite|sqlmodel|fastapi_sqlalchemy>.**';
const execute = 'execute|scalar|scalars|exec|stream|stream_scalars()';
const found = 'query|get|get_one|scalar|scalars|execute|exec|select|get_or_404|one_or_404';

const whateverEngine =
  'It drops the tables of whatever database the engine names, in tests too: look where its address comes from.';

/** SQLAlchemy 1.4 and 2, Flask-SQLAlchemy and SQLModel. */
export const sqlalchemy: CodeLibrary = {
  name: 'SQLAlchemy',
  languages: ['python'],
  modules: ['sqlalchemy', 'flask_sqlalchemy', 'sqlmodel', 'sqlalchemy_utils'],
  classes: {
    Model: [
      `${library}.declarative_base|automap_base|generate_base|as_declarative()`,
      `${library}.DeclarativeBase|DeclarativeBaseNoMeta|MappedAsDataclass|SQLModel|Model|Base`,
    ],
  },
  steps: {
    query:
      'query|filter|filter_by|where|options|join|outerjoin|join_from|select_from|with_entities|order_by|group_by|having|' +
      'distinct|limit|offset|slice|yield_per|execution_options|with_for_update|populate_existing|params|all|' +
      'from_statement|enable_eagerloads|autoflush|with_session|returning|values|prefix_with|with_hint|' +
      'with_dialect_options|scalars|unique|[:]',
    record:
      '[each]|[0]|[instance]|first|one|one_or_none|get|get_one|scalar|scalar_one|scalar_one_or_none|get_or_404|' +
      'first_or_404|one_or_404|fetchone',
  },
  narrowing: {
    execute: 'given',
    exec: 'given',
    scalars: 'given',
    stream: 'given',
    stream_scalars: 'given',
    filter: 'pick',
    filter_by: 'pick',
    where: 'pick',
    having: 'some',
    limit: 'some',
    offset: 'some',
    slice: 'some',
    get: 'one',
    get_one: 'one',
    get_or_404: 'one',
    first: 'one',
    first_or_404: 'one',
    one: 'one',
    one_or_none: 'one',
    one_or_404: 'one',
    scalar: 'one',
    scalar_one: 'one',
    scalar_one_or_none: 'one',
    fetchone: 'one',
  },
  rules: [
    {
      id: 'sqlalchemy-query-delete',
      match: [
        `${library}.{model:query}().(query)*.delete()`,
        `{model is Model}.query.(query)*.delete()`,
      ],
      kind: 'delete',
      subject: '#row of {model}',
    },
    {
      id: 'sqlalchemy-query-update',
      match: [
        `${library}.{model:query}().(query)*.update()`,
        `{model is Model}.query.(query)*.update()`,
      ],
      kind: 'update',
      subject: '#row of {model}',
    },
    {
      id: 'sqlalchemy-related-delete',
      match: `${model}.(query)*.(record).*.(query).(query)*.delete()`,
      kind: 'delete',
      reach: 'some',
      subject: '#row that belong to one {Model}',
    },
    {
      id: 'sqlalchemy-empty-tables',
      match: `**.${execute}`,
      takes: '**.sorted_tables.[each].delete()',
      kind: 'delete',
      reach: 'all',
      subject: 'every row of every table',
      takesAll: true,
      trap: whateverEngine,
    },
    {
      id: 'sqlalchemy-table-delete',
      match: `**.${execute}`,
      takes: `${library}.{table:Table|table}().delete().(query)*`,
      kind: 'delete',
      subject: '#row of {table}',
    },
    {
      id: 'sqlalchemy-table-update',
      match: `**.${execute}`,
      takes: `${library}.{table:Table|table}().update().(query)*`,
      kind: 'update',
      subject: '#row of {table}',
    },
    {
      id: 'sqlalchemy-model-table-delete',
      match: `**.${execute}`,
      takes: `${model}.__table__.delete().(query)*`,
      kind: 'delete',
      subject: '#row of {Model}',
    },
    {
      id: 'sqlalchemy-model-table-update',
      match: `**.${execute}`,
      takes: `${model}.__table__.update().(query)*`,
      kind: 'update',
      subject: '#row of {Model}',
    },
    {
      id: 'sqlalchemy-delete',
      match: `**.${execute}`,
      takes: `${library}.{model:delete}().(query)*`,
      kind: 'delete',
      subject: '#row of {model}',
    },
    {
      id: 'sqlalchemy-update-each',
      match: `**.${execute}`,
      takes: `${library}.{model:update}().(query)*`,
      given: 1,
      kind: 'update',
      reach: 'some',
      subject: '#row of {model}',
    },
    {
      id: 'sqlalchemy-update',
      match: `**.${execute}`,
      takes: `${library}.{model:update}().(query)*`,
      kind: 'update',
      subject: '#row of {model}',
    },
    {
      id: 'sqlalchemy-execute-drop',
      match: `**.${execute}`,
      takes: `${library}.DropTable|DropSchema()`,
      kind: 'drop',
      subject: 'a table',
    },
    {
      id: 'sqlalchemy-session-delete',
      match: `${library}.delete()`,
      takes: `${model}.(query)*.(record)`,
      kind: 'delete',
      reach: 'one',
      subject: '#row of {Model}',
    },
    {
      id: 'sqlalchemy-session-delete-found',
      match: '**.delete()',
      takes: `${library}.{model:${found}}().**.[each]`,
      kind: 'delete',
      reach: 'one',
      subject: '#row of {model}',
    },
    {
      id: 'sqlalchemy-session-delete-found-one',
      match: '**.delete()',
      takes: `${library}.{model:${found}}().**`,
      kind: 'delete',
      reach: 'one',
      subject: '#row of {model}',
    },
    {
      id: 'sqlalchemy-session-delete-any',
      match: `${library}.Session|AsyncSession|scoped_session|session.delete()`,
      kind: 'delete',
      reach: 'one',
      subject: '#row',
    },
    {
      id: 'sqlalchemy-bulk-update',
      match: `${library}.bulk_update_mappings()`,
      kind: 'update',
      reach: 'some',
      subject: '#row of {0}',
    },
    {
      id: 'sqlalchemy-drop-all',
      match: [`${library}.drop_all()`, `${model}.metadata.drop_all()`],
      kind: 'drop',
      subject: 'every table',
      takesAll: true,
      trap: whateverEngine,
    },
    {
      id: 'sqlalchemy-run-drop-all',
      match: '**.run_sync()',
      takes: '**.metadata.drop_all',
      kind: 'drop',
      subject: 'every table',
      takesAll: true,
      trap: whateverEngine,
    },
    {
      id: 'sqlalchemy-drop-table',
      match: [`${library}.{table:Table|table}().drop()`, '{table is Model}.__table__.drop()'],
      kind: 'drop',
      subject: 'the table of {table}',
    },
    {
      id: 'sqlalchemy-utils-drop-database',
      match: '<sqlalchemy_utils>.**.drop_database()',
      kind: 'drop',
      subject: 'the database that {0} names',
      takesAll: true,
    },
    { match: `**.${execute}`, takes: `${library}.text|DDL().**`, sql: 0 },
    { match: `${library}.execute|scalar|exec_driver_sql()`, sql: 0 },
    {
      id: 'sqlalchemy-likely-query-delete',
      confidence: 'likely',
      match: ['**.{model:query}().(query)*.delete()', '**.{Model}.query.(query)*.delete()'],
      kind: 'delete',
      subject: '#row of {model}{Model}',
    },
    {
      id: 'sqlalchemy-likely-query-update',
      confidence: 'likely',
      match: ['**.{model:query}().(query)*.update()', '**.{Model}.query.(query)*.update()'],
      kind: 'update',
      subject: '#row of {model}{Model}',
    },
    {
      id: 'sqlalchemy-likely-drop-all',
      confidence: 'likely',
      match: ['**.metadata.drop_all()', '**.db.drop_all()'],
      kind: 'drop',
      subject: 'every table',
      takesAll: true,
      trap: whateverEngine,
    },
    {
      confidence: 'likely',
      match: '**.session|conn|connection|engine.execute|exec_driver_sql()',
      sql: 0,
    },
  ],
};
