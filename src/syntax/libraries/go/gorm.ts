import type { CodeLibrary } from '../../analysis/codeLibrary';

const updates = 'Update|Updates|UpdateColumn|UpdateColumns';

export const gorm: CodeLibrary = {
  name: 'GORM',
  languages: ['go'],
  modules: ['gorm.io/gorm', 'github.com/jinzhu/gorm'],
  narrowing: {
    Where: 'pick',
    Not: 'some',
    Or: 'some',
    Limit: 'some',
    Scopes: 'some',
    Joins: 'some',
  },
  rules: [
    {
      id: 'gorm-delete-where',
      match: '<gorm.io>.**.Where|Not|Or|Scopes|Limit().**.Delete()',
      kind: 'delete',
      subject: '#row of {0}',
    },
    {
      id: 'gorm-delete-everything',
      match: '<gorm.io>.**.Session().**.Delete()',
      kind: 'delete',
      subject: '#row of {0}',
      trap: 'A session may allow to delete without any condition.',
    },
    {
      id: 'gorm-delete-inline',
      match: '<gorm.io>.**.Delete()',
      given: 1,
      kind: 'delete',
      filter: [1],
      subject: '#row of {0}',
    },
    {
      id: 'gorm-delete-record',
      match: '<gorm.io>.**.Delete()',
      kind: 'delete',
      reach: 'one',
      subject: '#row of {0}',
    },
    {
      id: 'gorm-update-where',
      match: `<gorm.io>.**.Where|Not|Or|Scopes|Limit().**.${updates}()`,
      kind: 'update',
      subject: '#row',
    },
    {
      id: 'gorm-drop-table',
      match: '<gorm.io>.**.Migrator().DropTable()',
      kind: 'drop',
      subject: 'the table {0}',
    },
    {
      id: 'gorm-drop-column',
      match: '<gorm.io>.**.Migrator().DropColumn()',
      kind: 'drop',
      reach: 'some',
      subject: 'the column {1} of {0}',
    },
    {
      id: 'gorm-drop-index',
      match: '<gorm.io>.**.Migrator().DropIndex|DropConstraint()',
      kind: 'drop',
      reach: 'one',
      subject: 'an index or a constraint of {0}',
    },
    { match: '<gorm.io>.**.Exec|Raw()', sql: 0 },
  ],
};
