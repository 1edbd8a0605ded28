import type { CodeLanguage } from '../codeLanguage';
import { javascriptGrammar } from '../grammars/javascript';
import type { CallRule } from '../callRule';
import { mongoCalls } from './mongoCalls';

/** What only mongosh and the shell before it have. */
const shellCalls: readonly CallRule[] = [
  {
    id: 'mongosh-remove-member',
    match: 'rs.remove()',
    kind: 'terminate',
    reach: 'one',
    subject: 'the member {0} of the replica set',
  },
  {
    id: 'mongosh-drop',
    match: '**.{collection}.drop()',
    kind: 'drop',
    subject: 'the collection {collection}',
  },
  {
    id: 'mongosh-remove',
    match: '**.{collection}.remove()',
    kind: 'delete',
    filter: [0],
    single: ['justOne', 1],
    subject: '#document of {collection}',
  },
  {
    id: 'mongosh-update-multi',
    match: '**.{collection}.update()',
    given: 'multi',
    kind: 'update',
    filter: [0],
    subject: '#document of {collection}',
  },
  {
    id: 'mongosh-update',
    match: '**.{collection}.update|save()',
    kind: 'update',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'mongosh-insert',
    match: '**.{collection}.insert()',
    kind: 'insert',
    reach: 'some',
    subject: '#document of {collection}',
  },
  {
    id: 'mongosh-find-and-remove',
    match: '**.{collection}.findAndModify()',
    given: 'remove',
    kind: 'delete',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'mongosh-find-and-modify',
    match: '**.{collection}.findAndModify()',
    kind: 'update',
    reach: 'one',
    subject: '#document of {collection}',
  },
  {
    id: 'mongosh-rename-over',
    match: '**.{collection}.renameCollection()',
    given: 1,
    kind: 'overwrite',
    subject: 'the collection {0}',
  },
  {
    id: 'mongosh-rename',
    match: '**.{collection}.renameCollection()',
    kind: 'migrate',
    reach: 'some',
    subject: 'the name of {collection}',
  },
  {
    id: 'mongosh-create',
    match: '**.createCollection|createView()',
    kind: 'migrate',
    reach: 'some',
    subject: 'the collection {0}',
  },
  {
    id: 'mongosh-cap',
    match: '**.{collection}.convertToCapped()',
    kind: 'overwrite',
    subject: 'the collection {collection}',
  },
  {
    id: 'mongosh-shutdown',
    match: '**.shutdownServer()',
    kind: 'terminate',
    subject: 'the server',
  },
  { match: 'load()', include: 0 },
];

const commands = '**.runCommand|adminCommand()';

/** Commands of the server by their documents: `db.runCommand({ dropDatabase: 1 })`. */
const serverCommands: readonly CallRule[] = [
  {
    id: 'mongosh-command-drop-database',
    match: commands,
    given: '.dropDatabase',
    kind: 'drop',
    subject: 'the database',
    takesAll: true,
  },
  {
    id: 'mongosh-command-drop',
    match: commands,
    given: '.drop',
    kind: 'drop',
    subject: 'the collection {drop}',
  },
  {
    id: 'mongosh-command-delete',
    match: commands,
    given: '.delete',
    kind: 'delete',
    filter: ['q'],
    single: ['limit'],
    subject: '#document of {delete}',
  },
  {
    id: 'mongosh-command-update',
    match: commands,
    given: '.update',
    kind: 'update',
    reach: 'some',
    subject: '#document of {update}',
  },
  {
    id: 'mongosh-command-rename-over',
    match: commands,
    given: '.dropTarget',
    kind: 'overwrite',
    subject: 'the collection {to}',
  },
  {
    id: 'mongosh-command-insert',
    match: commands,
    given: '.insert',
    kind: 'insert',
    reach: 'some',
    subject: '#document of {insert}',
  },
  {
    id: 'mongosh-command-change',
    match: commands,
    given: '.collMod',
    kind: 'migrate',
    reach: 'some',
    subject: 'the collection {collMod}',
  },
  {
    id: 'mongosh-command-shutdown',
    match: commands,
    given: '.shutdown',
    kind: 'terminate',
    subject: 'the server',
  },
];

/** mongosh's own commands. `use x` changes what `db` is; the others show something. */
function prepare(text: string): string {
  return text.replace(
    /^([ \t]*)(use|show|it|help|exit|quit)\b[ \t]*([\w-]*)[ \t]*;?[ \t]*$/gm,
    (_, indent: string, verb: string, name: string) =>
      verb === 'use' && name ? `${indent}db = db.getSiblingDB('${name}');` : indent,
  );
}

export const mongosh: CodeLanguage = {
  payload: 'mongosh',
  grammar: javascriptGrammar,
  prepare,
  rules: [...shellCalls, ...serverCommands, ...mongoCalls],
  narrowing: {
    find: 'pick',
    findOne: 'one',
    limit: 'some',
    skip: 'some',
    filter: 'some',
    aggregate: 'some',
    slice: 'some',
  },
  callbacks: { forEach: 'each', map: 'each' },
  passes: [],
};
