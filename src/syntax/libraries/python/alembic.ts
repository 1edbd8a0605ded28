import type { CodeLibrary } from '../../analysis/codeLibrary';

export const alembic: CodeLibrary = {
  name: 'Alembic',
  languages: ['python'],
  modules: ['alembic'],
  rules: [
    {
      id: 'alembic-drop-table',
      match: '<alembic>.op.drop_table()',
      kind: 'drop',
      subject: 'the table {0}',
    },
    {
      id: 'alembic-drop-column',
      match: '<alembic>.op.drop_column()',
      kind: 'drop',
      reach: 'some',
      subject: 'the column {1} of {0}',
    },
    {
      id: 'alembic-batch-drop-column',
      match: '<alembic>.op.{table:batch_alter_table}().drop_column()',
      kind: 'drop',
      reach: 'some',
      subject: 'the column {0} of {table}',
    },
    { match: '<alembic>.op.**.execute()', sql: 0 },
    { match: '<alembic>.command.{verb:downgrade}()', command: 'alembic' },
  ],
};
