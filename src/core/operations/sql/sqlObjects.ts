/** What DROP says of the kinds of things that hold data, by the words of the kind. */
export interface DataHolder {
  readonly what: string;
  readonly takesAll?: true;
  /** Holds no data by itself: columns of its type go with it, if CASCADE says so. */
  readonly onlyCascading?: true;
  /** Ends with the session anyway. */
  readonly isTemporary?: true;
}

export const dataHolders: Readonly<Record<string, DataHolder>> = {
  table: { what: 'table' },
  'dynamic table': { what: 'table' },
  'hybrid table': { what: 'table' },
  'snapshot table': { what: 'snapshot' },
  'temporary table': { what: 'table', isTemporary: true },
  'temp table': { what: 'table', isTemporary: true },
  columnfamily: { what: 'table' },
  schema: { what: 'schema' },
  database: { what: 'database', takesAll: true },
  keyspace: { what: 'keyspace', takesAll: true },
  'pluggable database': { what: 'database', takesAll: true },
  tablespace: { what: 'tablespace' },
  stage: { what: 'stage' },
  measurement: { what: 'measurement' },
  series: { what: 'series' },
  shard: { what: 'shard' },
  'retention policy': { what: 'retention policy' },
  type: { what: 'type', onlyCascading: true },
  domain: { what: 'domain', onlyCascading: true },
  extension: { what: 'extension', onlyCascading: true },
};

/** Kinds of things that are definitions only. */
const definitions = [
  'materialized view',
  'foreign table',
  'external table',
  'foreign data wrapper',
  'event trigger',
  'text search',
  'user mapping',
  'access method',
  'operator class',
  'operator family',
  'row access policy',
  'masking policy',
  'network policy',
  'file format',
  'resource monitor',
  'database link',
  'public synonym',
  'search index',
  'continuous query',
  'security policy',
  'named collection',
  'external data source',
  'external schema',
  ...'index view sequence function procedure proc routine aggregate trigger role user group login policy rule'.split(
    ' ',
  ),
  ...'constraint server event publication subscription collation conversion language operator cast'.split(
    ' ',
  ),
  ...'statistics transform synonym package profile directory warehouse pipe task stream share model'.split(
    ' ',
  ),
  ...'integration dictionary assembly certificate credential default macro secret tag endpoint queue'.split(
    ' ',
  ),
  ...'service projection quota connection contract alias cluster context library operator outline'.split(
    ' ',
  ),
];

const kinds = [...Object.keys(dataHolders), ...definitions].map((name) => name.split(' '));

/** The words of the kinds that begin with a word; those with more words first. */
export const objectKinds: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  kinds.map(([first = '']) => {
    const alike = kinds.filter((words) => words[0] === first);
    return [first, alike.sort((one, other) => other.length - one.length)];
  }),
);
