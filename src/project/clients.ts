import type { Grammar } from '../core/targets/grammar';
import type { Ecosystem, Packages } from './packages';

interface Client {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  /** Id of the grammar that the package's connection strings follow. */
  readonly grammar: string;
}

/** Which package of a project reads connection strings in which way. What wraps another client comes before it. */
const clients: readonly Client[] = [
  { ecosystem: 'node', name: '@prisma/client', grammar: 'prisma' },
  { ecosystem: 'node', name: 'prisma', grammar: 'prisma' },
  { ecosystem: 'node', name: 'sequelize', grammar: 'sequelize' },
  { ecosystem: 'node', name: 'postgres', grammar: 'postgres-js' },
  { ecosystem: 'node', name: 'pg', grammar: 'node-postgres' },
  { ecosystem: 'python', name: 'dj-database-url', grammar: 'django-database-url' },
  { ecosystem: 'python', name: 'django-environ', grammar: 'django-database-url' },
  { ecosystem: 'python', name: 'sqlalchemy', grammar: 'sqlalchemy' },
  { ecosystem: 'python', name: 'flask-sqlalchemy', grammar: 'sqlalchemy' },
  { ecosystem: 'python', name: 'peewee', grammar: 'peewee' },
  { ecosystem: 'python', name: 'mongoengine', grammar: 'mongoengine' },
];

/** The grammars with those of the project's own clients first. */
export function orderGrammars(
  grammars: readonly Grammar[],
  packages: Packages,
): readonly Grammar[] {
  const used = clients.filter(({ ecosystem, name }) => packages.find(ecosystem, name));
  const rank = ({ id }: Grammar): number => {
    const index = used.findIndex(({ grammar }) => grammar === id);
    return index < 0 ? used.length : index;
  };
  return grammars.toSorted((a, b) => rank(a) - rank(b));
}
