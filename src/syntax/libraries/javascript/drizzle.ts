import type { CodeLibrary } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

/** What a driver of Drizzle makes, its transactions, and both as types. */
const database = '<drizzle-orm>.**.drizzle|withReplicas|*Database|*Transaction().(begin)*';

export const drizzle: CodeLibrary = {
  name: 'Drizzle',
  languages: scriptLanguages,
  modules: ['drizzle-orm', 'drizzle-seed'],
  steps: { begin: 'with|$with|$primary' },
  narrowing: { where: 'pick', limit: 'some' },
  rules: [
    {
      id: 'drizzle-delete',
      match: `${database}.delete()`,
      kind: 'delete',
      subject: '#row of {0}',
      unfilteredTrap: 'Without a where, or with one that is undefined, this deletes every row.',
      undefinedTrap: 'A where that is undefined at run time is none: then this deletes every row.',
    },
    {
      id: 'drizzle-update',
      match: `${database}.update()`,
      kind: 'update',
      subject: '#row of {0}',
      unfilteredTrap: 'Without a where, or with one that is undefined, this writes over every row.',
      undefinedTrap:
        'A where that is undefined at run time is none: then this writes over every row.',
    },
    {
      match: `${database}.execute|run|all|get|values()`,
      sql: 0,
    },
    {
      id: 'drizzle-reset',
      match: '<drizzle-seed>.reset()',
      kind: 'truncate',
      subject: 'every table of the schema',
      takesAll: true,
    },
    {
      id: 'drizzle-likely-delete',
      match: '**.db|tx|trx|database.delete()',
      takes: '<drizzle-orm>.**',
      confidence: 'likely',
      kind: 'delete',
      subject: '#row',
      unfilteredTrap: 'Without a where, or with one that is undefined, this deletes every row.',
    },
    {
      id: 'drizzle-likely-update',
      match: '**.db|tx|trx|database.update()',
      takes: '<drizzle-orm>.**',
      confidence: 'likely',
      kind: 'update',
      subject: '#row',
      unfilteredTrap: 'Without a where, or with one that is undefined, this writes over every row.',
    },
  ],
};
