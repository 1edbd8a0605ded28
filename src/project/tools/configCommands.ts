import { lastValue, readOptions, type OptionShape } from '../../core/targets/tools/toolOptions';

/** A command that takes its database from a file of its tool. */
export interface ConfigCommand {
  /** Id of the tool's row in `configTools`. */
  readonly tool: string;
  readonly section?: string;
  readonly file?: string;
  readonly schema?: string;
  /** The folder that the tool goes to first, as it is written. */
  readonly folder?: string;
  /** A connection string in the command itself, which wins over any file. */
  readonly url?: string;
  /** Id of the grammar that it follows. */
  readonly grammar?: string;
}

/** What options of a command may name. */
const fields = ['section', 'file', 'schema', 'folder', 'url'] as const;

/** By field the option that names it. */
interface Row extends Readonly<Partial<Record<(typeof fields)[number], string>>> {
  readonly names: readonly string[];
  readonly tool: string;
  readonly grammar?: string;
  readonly shape: OptionShape;
}

const shape = (valued: string, aliases: Readonly<Record<string, string>> = {}): OptionShape => ({
  valued: valued.split(' '),
  aliases,
});

/** The options by which a command names section, file and database, a row per tool. */
const rows: readonly Row[] = [
  {
    names: ['knex'],
    tool: 'knex',
    section: 'env',
    file: 'knexfile',
    folder: 'cwd',
    url: 'connection',
    grammar: 'node-postgres',
    shape: shape('env knexfile connection client cwd migrations-directory'),
  },
  {
    names: ['sequelize', 'sequelize-cli'],
    tool: 'sequelize',
    section: 'env',
    file: 'config',
    url: 'url',
    grammar: 'sequelize-cli',
    shape: shape(
      'env config url options-path migrations-path seeders-path models-path name to from seed',
    ),
  },
  {
    names: ['typeorm', 'typeorm-ts-node-commonjs', 'typeorm-ts-node-esm'],
    tool: 'typeorm',
    file: 'dataSource',
    shape: shape('dataSource', { d: 'dataSource' }),
  },
  {
    names: ['drizzle-kit'],
    tool: 'drizzle-kit',
    file: 'config',
    url: 'url',
    grammar: 'node-postgres',
    shape: shape('config url dialect schema out'),
  },
  {
    names: ['prisma'],
    tool: 'prisma',
    file: 'config',
    schema: 'schema',
    url: 'url',
    grammar: 'prisma',
    shape: shape('schema config url name file script to-schema from-schema'),
  },
];

/** `undefined` where the command is of no such tool. */
export function configCommand(argv: readonly string[]): ConfigCommand | undefined {
  const program = argv[0]?.split('/').at(-1) ?? '';
  const row = rows.find(({ names }) => names.includes(program));
  if (!row) return undefined;
  const given = readOptions(argv.slice(1), row.shape);
  const named: Partial<Record<(typeof fields)[number], string>> = {};
  for (const field of fields) {
    const option = row[field];
    const value = option === undefined ? undefined : lastValue(given, option);
    if (value) named[field] = value;
  }
  const { tool, grammar } = row;
  return { tool, ...named, ...(named.url && grammar ? { grammar } : {}) };
}
