/** How users of a library pick less than everything, as a snippet with a gap for the condition. */
export interface FilterIdiom {
  readonly apis: readonly string[];
  /** The called names. */
  readonly calls: RegExp;
  /** What the line must have before the called name; anything where left out. */
  readonly behind?: RegExp;
  readonly edit:
    | { readonly kind: 'before' | 'after'; readonly snippet: string }
    /** What stands for the snippet: the first match within the call. */
    | { readonly kind: 'replace'; readonly pattern: RegExp; readonly snippet: string };
}

const ofMongo = ['pymongo', 'MongoDB', 'Mongoose'];
const aQuery = /(?:\bobjects|\))\.$/;

export const filterIdioms: readonly FilterIdiom[] = [
  {
    apis: ['mongoengine', 'Django', 'SQLAlchemy', 'Tortoise'],
    calls: /^a?(?:delete|update)$/,
    behind: aQuery,
    edit: { kind: 'before', snippet: 'filter($1).' },
  },
  {
    apis: ['SQLAlchemy', 'peewee', 'Drizzle', 'Kysely'],
    calls: /^(?:delete|update|deleteFrom|updateTable)$/,
    edit: { kind: 'after', snippet: '.where($1)' },
  },
  {
    apis: ['peewee'],
    calls: /^execute$/,
    behind: /\)\.$/,
    edit: { kind: 'before', snippet: 'where($1).' },
  },
  {
    apis: ofMongo,
    calls: /^(?:delete|update|replace|remove)/,
    edit: { kind: 'replace', pattern: /(?<=^\w+\(\s*)\{\s*\}/, snippet: '{ $1 }' },
  },
  {
    apis: ofMongo,
    calls: /^(?:delete|remove)/,
    edit: { kind: 'replace', pattern: /(?<=^\w+\()\s*(?=\))/, snippet: '{ $1 }' },
  },
  {
    apis: ['Prisma'],
    calls: /^deleteMany$/,
    edit: {
      kind: 'replace',
      pattern: /(?<=\()\s*(?:\{\s*\}|\{\s*where:\s*\{\s*\}\s*\})?\s*(?=\))/,
      snippet: '{ where: { $1 } }',
    },
  },
  {
    apis: ['Prisma', 'Sequelize'],
    calls: /^(?:updateMany|update|destroy)$/,
    edit: { kind: 'replace', pattern: /(?<=where:\s*)\{\s*\}/, snippet: '{ $1 }' },
  },
  {
    apis: ['Prisma'],
    calls: /^updateMany$/,
    edit: { kind: 'replace', pattern: /(?<=\(\{)(?!.*where)/s, snippet: ' where: { $1 },' },
  },
  {
    apis: ['Knex', 'Eloquent'],
    calls: /^(?:del|delete|update)$/,
    behind: /\)(?:\.|->)$/,
    edit: { kind: 'before', snippet: 'where($1){separator}' },
  },
  {
    apis: ['Supabase'],
    calls: /^(?:delete|update)$/,
    edit: { kind: 'after', snippet: '.eq($1)' },
  },
  {
    apis: ['ActiveRecord'],
    calls: /^(?:delete_all|destroy_all|update_all)$/,
    behind: /\.$/,
    edit: { kind: 'before', snippet: 'where($1).' },
  },
];
