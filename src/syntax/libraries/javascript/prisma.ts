import type { CodeLibrary } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

/** A client, also in a transaction. Since version 7 it is generated into the project, under any name. */
const client = '<*>.**.PrismaClient|DefaultPrismaClient|TransactionClient().(client)*';

const onClients = (calls: string): string => `${client}.${calls}`;

const undefinedTrap =
  'Prisma leaves conditions out that are undefined at run time: then this reaches every row.';

export const prisma: CodeLibrary = {
  name: 'Prisma',
  languages: scriptLanguages,
  modules: ['@prisma/client'],
  steps: { client: '$extends|$on()' },
  rules: [
    {
      id: 'prisma-delete-many',
      match: onClients('{model}.deleteMany()'),
      filter: ['.where'],
      kind: 'delete',
      subject: '#row of {model}',
      unfilteredTrap: 'Without a where, or with one that is undefined, deleteMany takes every row.',
      undefinedTrap,
    },
    {
      id: 'prisma-update-many',
      match: onClients('{model}.updateMany|updateManyAndReturn()'),
      filter: ['.where'],
      kind: 'update',
      subject: '#row of {model}',
      unfilteredTrap:
        'Without a where, or with one that is undefined, updateMany writes over every row.',
      undefinedTrap,
    },
    {
      id: 'prisma-delete',
      match: onClients('{model}.delete()'),
      given: '.where',
      kind: 'delete',
      reach: 'one',
      subject: '#row of {model}',
    },
    {
      id: 'prisma-nested-delete-many',
      match: onClients('{model}.update|upsert()'),
      given: 'deleteMany',
      kind: 'delete',
      reach: 'some',
      subject: 'rows that belong to one of {model}',
      trap: 'deleteMany inside an update deletes the rows of the relation, all of them where it is empty.',
    },
    {
      id: 'prisma-run-drop',
      match: onClients('$runCommandRaw()'),
      given: '.dropDatabase',
      kind: 'drop',
      subject: 'the database',
      takesAll: true,
    },
    {
      match: onClients('$executeRaw|$executeRawUnsafe|$queryRaw|$queryRawUnsafe()'),
      sql: 0,
    },
    {
      match: '**.$executeRaw|$executeRawUnsafe|$queryRaw|$queryRawUnsafe()',
      confidence: 'likely',
      sql: 0,
    },
    {
      id: 'prisma-likely-delete-many',
      match: '**.prisma|*Prisma|prismaClient|prismaService|tx.{model}.deleteMany()',
      confidence: 'likely',
      filter: ['.where'],
      kind: 'delete',
      subject: '#row of {model}',
      unfilteredTrap: 'Without a where, or with one that is undefined, deleteMany takes every row.',
      undefinedTrap,
    },
    {
      id: 'prisma-likely-update-many',
      match: '**.prisma|*Prisma|prismaClient|prismaService|tx.{model}.updateMany()',
      confidence: 'likely',
      filter: ['.where'],
      kind: 'update',
      subject: '#row of {model}',
      undefinedTrap,
    },
    {
      id: 'prisma-likely-delete',
      match: '**.prisma|*Prisma|prismaClient|prismaService|tx.{model}.delete()',
      confidence: 'likely',
      given: '.where',
      kind: 'delete',
      reach: 'one',
      subject: '#row of {model}',
    },
  ],
};
