import { libpqPrograms } from '../../targets/tools/libpqPrograms';
import { hasOption, type Command } from '../command';
import type { Payload } from '../payload';
import type { Tool } from '../tool';

/** What psql executes: its `-c` and `-f` in their order, else its input. */
function payloadsOfPsql(command: Command): readonly Payload[] {
  const given = command.options.flatMap(({ name, value }): Payload[] => {
    if (value === undefined) return [];
    if (name === 'c' || name === 'command')
      return [{ language: 'postgresql', kind: 'text', text: value }];
    if (name === 'f' || name === 'file')
      return value === '-' ? [] : [{ language: 'postgresql', kind: 'file', path: value }];
    return [];
  });
  const isOther = hasOption(command, 'l', 'list', 'V', 'version', '?', 'help');
  return given.length > 0 || isOther ? given : [{ language: 'postgresql', kind: 'input' }];
}

export const postgresTools: readonly Tool[] = [
  {
    names: ['psql'],
    shape: libpqPrograms['psql']?.shape,
    rules: [],
    payloads: payloadsOfPsql,
  },
  {
    names: ['dropdb'],
    shape: libpqPrograms['dropdb']?.shape,
    rules: [
      {
        id: 'dropdb',
        match: '*',
        kind: 'drop',
        subject: 'the database {*}',
        takesAll: true,
      },
    ],
  },
];
