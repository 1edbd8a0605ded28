import type { CodeLibrary } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

const modules = [
  '@supabase/supabase-js',
  '@supabase/ssr',
  '@supabase/auth-helpers-nextjs',
  '@supabase/postgrest-js',
];

const onClients = (calls: string): readonly string[] =>
  modules.map((module) => `<${module}>.**.${calls}`);

export const supabase: CodeLibrary = {
  name: 'Supabase',
  languages: scriptLanguages,
  system: 'postgresql',
  modules,
  narrowing: {
    eq: 'pick',
    neq: 'except',
    gt: 'some',
    gte: 'some',
    lt: 'some',
    lte: 'some',
    like: 'some',
    ilike: 'some',
    is: 'some',
    in: 'some',
    contains: 'some',
    containedBy: 'some',
    overlaps: 'some',
    match: 'pick',
    not: 'some',
    or: 'some',
    filter: 'some',
    limit: 'some',
  },
  rules: [
    {
      id: 'supabase-delete',
      match: onClients('{table:from}().delete()'),
      kind: 'delete',
      subject: '#row of {table}',
      unfilteredTrap: 'No filter behind it, or one that fits all: this deletes every row.',
    },
    {
      id: 'supabase-update',
      match: onClients('{table:from}().update()'),
      kind: 'update',
      subject: '#row of {table}',
      unfilteredTrap: 'No filter behind it, or one that fits all: this writes over every row.',
    },
    {
      id: 'supabase-empty-bucket',
      match: onClients('storage.emptyBucket|deleteBucket()'),
      kind: 'delete',
      reach: 'all',
      subject: 'every file of the bucket {0}',
    },
    {
      id: 'supabase-delete-user',
      match: onClients('auth.admin.deleteUser()'),
      kind: 'delete',
      reach: 'one',
      subject: 'one account',
    },
    {
      id: 'supabase-likely-delete',
      match: '**.supabase*|*Supabase*.{table:from}().delete()',
      confidence: 'likely',
      kind: 'delete',
      subject: '#row of {table}',
      unfilteredTrap: 'No filter behind it, or one that fits all: this deletes every row.',
    },
    {
      id: 'supabase-likely-update',
      match: '**.supabase*|*Supabase*.{table:from}().update()',
      confidence: 'likely',
      kind: 'update',
      subject: '#row of {table}',
      unfilteredTrap: 'No filter behind it, or one that fits all: this writes over every row.',
    },
  ],
};
