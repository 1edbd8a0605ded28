import type { CodeLibrary } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

const database = '<kysely>.**.Kysely|Transaction|ControlledTransaction|QueryCreator()';

export const kysely: CodeLibrary = {
  name: 'Kysely',
  languages: scriptLanguages,
  modules: ['kysely'],
  steps: { schema: 'withSchema|withPlugin|withoutPlugins|ifExists|alterTable|cascade()' },
  narrowing: { where: 'pick', whereRef: 'some', limit: 'some' },
  rules: [
    {
      id: 'kysely-delete',
      match: `${database}.**.deleteFrom()`,
      kind: 'delete',
      subject: '#row of {0}',
      unfilteredTrap: 'Without a where this deletes every row.',
    },
    {
      id: 'kysely-update',
      match: `${database}.**.updateTable()`,
      kind: 'update',
      subject: '#row of {0}',
      unfilteredTrap: 'Without a where this writes over every row.',
    },
    {
      id: 'kysely-drop-table',
      match: `${database}.schema.(schema)*.dropTable()`,
      kind: 'drop',
      subject: 'the table {0}',
    },
    {
      id: 'kysely-drop-schema',
      match: `${database}.schema.(schema)*.dropSchema()`,
      kind: 'drop',
      subject: 'the schema {0}',
    },
    {
      id: 'kysely-drop-column',
      match: `${database}.schema.(schema)*.dropColumn()`,
      kind: 'drop',
      reach: 'some',
      subject: 'the column {0}',
    },
    { match: ['<kysely>.sql|raw()', '<kysely>.sql|CompiledQuery.raw()'], sql: 0 },
    {
      id: 'kysely-likely-delete',
      match: '**.db|trx|tx|database.deleteFrom()',
      confidence: 'likely',
      kind: 'delete',
      subject: '#row of {0}',
      unfilteredTrap: 'Without a where this deletes every row.',
    },
    {
      id: 'kysely-likely-update',
      match: '**.db|trx|tx|database.updateTable()',
      confidence: 'likely',
      kind: 'update',
      subject: '#row of {0}',
      unfilteredTrap: 'Without a where this writes over every row.',
    },
  ],
};
