export type IdentityPart = 'host' | 'port' | 'user' | 'database' | 'key';

/** A service whose hosts are told by their suffix. Such a host is remote and shared; its suffix says no more than that. */
export interface Provider {
  readonly name: string;
  /** Matches the whole host in lower case. The group `name` is the part that a person has chosen, where there is one. */
  readonly pattern: RegExp;
  /** What tells one database of the provider from another. Empty where the connection does not tell. */
  readonly identifiedBy: readonly IdentityPart[];
}

/** The first match wins, so what is narrow comes before what is wide. */
export const providers: readonly Provider[] = [
  {
    name: 'Heroku Postgres',
    pattern: /^c[a-z0-9]{13}\.cluster-[a-z0-9]{12}\.us-east-1\.rds\.amazonaws\.com$/,
    identifiedBy: ['host', 'database'],
  },
  {
    name: 'AWS RDS Proxy',
    pattern: /^(?<name>[^.]+)\.(?:endpoint\.)?proxy-[a-z0-9]+\..+\.rds\.amazonaws\.com(?:\.cn)?$/,
    identifiedBy: ['host'],
  },
  {
    name: 'AWS Aurora',
    pattern:
      /^(?<name>[^.]+)\.(?:cluster(?:-ro|-custom)?|global)-[a-z0-9]+\..*rds\.amazonaws\.com(?:\.cn)?$/,
    identifiedBy: ['host'],
  },
  {
    name: 'AWS RDS',
    pattern: /^(?<name>[^.]+)\.(?:.+\.)?rds\.amazonaws\.com(?:\.cn)?$/,
    identifiedBy: ['host'],
  },
  {
    name: 'AWS Aurora DSQL',
    pattern: /^[a-z0-9]+\.dsql(?:-[a-z0-9]+)?\.[a-z0-9-]+\.on\.aws$/,
    identifiedBy: ['host'],
  },
  {
    name: 'AWS DocumentDB',
    pattern: /^(?<name>[^.]+)\.(?:.+\.)?docdb(?:-elastic)?\.amazonaws\.com(?:\.cn)?$/,
    identifiedBy: ['host'],
  },
  {
    name: 'AWS Redshift',
    pattern: /^(?<name>[^.]+)\.(?:.+\.)?redshift(?:-serverless)?\.amazonaws\.com(?:\.cn)?$/,
    identifiedBy: ['host'],
  },
  {
    name: 'AWS ElastiCache',
    pattern:
      /^(?:(?:master|replica|clustercfg)\.)?(?<name>[^.]+)\.(?:.+\.)?cache\.amazonaws\.com(?:\.cn)?$/,
    identifiedBy: ['host'],
  },
  {
    name: 'AWS EC2 or an older Heroku Postgres',
    pattern: /^ec2-[\d-]+\.(?:compute-1|[a-z0-9-]+\.compute)\.amazonaws\.com(?:\.cn)?$/,
    identifiedBy: ['host'],
  },
  { name: 'AWS', pattern: /^(?<name>.+)\.amazonaws\.com(?:\.cn)?$/, identifiedBy: ['host'] },
  {
    name: 'DigitalOcean',
    pattern: /^(?:private-)?(?<name>.+)-do-user-\d+-\d+\.(?:.+\.)?db\.ondigitalocean\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'DigitalOcean',
    pattern: /^(?:private-)?(?<name>.+)-[0-9a-f]{8}\.mongo\.ondigitalocean\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Render',
    pattern: /^dpg-[a-z0-9]+-[a-z](?:\.[a-z]+-postgres\.render\.com)?$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Railway',
    pattern: /^[a-z0-9-]+\.proxy\.rlwy\.net$/,
    identifiedBy: ['host', 'port'],
  },
  {
    name: 'Railway',
    pattern: /^(?<name>[a-z0-9-]+)\.railway\.internal$/,
    identifiedBy: [],
  },
  {
    name: 'Supabase',
    pattern: /^db\.[a-z0-9]+\.supabase\.(?:co|com|net)$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Supabase',
    pattern: /^[a-z0-9-]+\.pooler\.supabase\.com$/,
    identifiedBy: ['user'],
  },
  {
    name: 'Neon',
    pattern: /^ep-[a-z0-9-]+\.(?:[a-z0-9-]+\.)*(?:(?:aws|azure)\.)?neon\.tech$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Vercel Postgres',
    pattern: /^ep-[a-z0-9-]+\.[a-z0-9-]+\.postgres\.vercel-storage\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Koyeb',
    pattern: /^ep-[a-z0-9-]+\.[a-z0-9-]+\.pg\.koyeb\.app$/,
    identifiedBy: ['host'],
  },
  {
    name: 'MongoDB Atlas',
    pattern:
      /^atlas-(?:sql|online-archive|stream)-[0-9a-f]{24}-[a-z0-9]+\.(?:[a-z0-9-]+\.)?a\.query\.mongodb\.net$/,
    identifiedBy: ['host'],
  },
  {
    name: 'MongoDB Atlas',
    pattern: /^(?<name>[a-z0-9-]+?)(?:-shard-\d{2}-\d{2}|-pl-\d+)?\.[a-z0-9]+\.mongodb\.net$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Azure Database for PostgreSQL',
    pattern: /^(?<name>[a-z0-9-]+)\.(?:.+\.)?postgres\.database\.azure\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Azure Database for MySQL',
    pattern: /^(?<name>[a-z0-9-]+)\.(?:.+\.)?mysql\.database\.azure\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Azure Cosmos DB',
    pattern:
      /^(?<name>[a-z0-9-]+)\.(?:[a-z0-9]+\.postgres|mongo|(?:global\.)?mongocluster)\.cosmos\.azure\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Azure SQL',
    pattern: /^(?<name>[a-z0-9-]+)\.(?:.+\.)?database\.windows\.net$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Azure Cache for Redis',
    pattern:
      /^(?<name>[a-z0-9-]+)\.redis(?:enterprise)?\.(?:.+\.)?cache\.(?:windows|azure)\.(?:net|com)$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Google Cloud SQL',
    pattern: /^[a-z0-9]+\.[a-z0-9]+\.[a-z0-9-]+\.sql\.goog$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Google Cloud SQL',
    pattern: /^\/cloudsql\/(?<name>.+?)(?:\/\.s\.pgsql\.\d+)?$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Google Firestore',
    pattern: /^[a-z0-9-]+\.[a-z0-9-]+\.firestore\.goog$/,
    identifiedBy: ['host'],
  },
  {
    name: 'PlanetScale',
    pattern: /^(?:[a-z0-9-]+\.)+psdb\.cloud$/,
    identifiedBy: ['user'],
  },
  {
    name: 'Aiven',
    pattern: /^(?<name>[a-z0-9-]+)\.(?:[a-z0-9-]+\.)?aivencloud\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Crunchy Bridge',
    pattern: /^p(?:ostgres)?\.[a-z0-9]+\.db\.postgresbridge\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Fly Managed Postgres',
    pattern: /^(?:direct|pgbouncer)\.[a-z0-9]+\.flympg\.net$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Fly Postgres',
    pattern: /^(?:[a-z0-9-]+\.)*(?<name>[a-z0-9-]+)\.flycast$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Timescale',
    pattern: /^[a-z0-9]+\.[a-z0-9]+\.tsdb\.cloud\.timescale\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'CockroachDB Cloud',
    pattern: /^free-tier\d*\.(?:.+\.)?cockroachlabs\.cloud$/,
    identifiedBy: ['database'],
  },
  {
    name: 'CockroachDB Cloud',
    pattern: /^(?<name>[a-z0-9-]+)\.(?:.+\.)?cockroachlabs\.cloud$/,
    identifiedBy: ['host', 'database'],
  },
  { name: 'Prisma Postgres', pattern: /^(?:pooled\.)?db\.prisma\.io$/, identifiedBy: ['user'] },
  {
    name: 'Prisma Accelerate',
    pattern: /^accelerate\.prisma-data\.net$/,
    identifiedBy: ['key'],
  },
  {
    name: 'Xata',
    pattern: /^[a-z0-9-]+\.sql\.xata\.sh$/,
    identifiedBy: ['user', 'database'],
  },
  {
    name: 'Scaleway',
    pattern: /^rw-[0-9a-f-]{36}\.rdb\.[a-z-]+\.scw\.cloud$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Clever Cloud',
    pattern: /^[a-z0-9]{20}-[a-z]+\.services\.clever-cloud\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'IBM Cloud Databases',
    pattern: /^[0-9a-f-]{36}\.[a-z0-9]+\.(?:private\.)?databases\.appdomain\.cloud$/,
    identifiedBy: ['host'],
  },
  {
    name: 'Alibaba ApsaraDB',
    pattern: /^(?<name>[a-z0-9-]+)\.(?:.+\.)?rds\.aliyuncs\.com$/,
    identifiedBy: ['host'],
  },
  {
    name: 'ElephantSQL',
    pattern: /^[a-z]+(?:-\d+)?\.db\.elephantsql\.com$/,
    identifiedBy: ['user'],
  },
  { name: 'Upstash', pattern: /^[a-z0-9-]+\.upstash\.io$/, identifiedBy: ['host'] },
  {
    name: 'Redis Cloud',
    pattern: /^redis-\d+\.(?:.+\.)?(?:redislabs\.com|redns\.redis-cloud\.com|rlrcp\.com)$/,
    identifiedBy: ['host', 'port'],
  },
];

/** @param host a host in lower case, or the path of a socket */
export function findProvider(host: string): Provider | undefined {
  return providers.find(({ pattern }) => pattern.test(host.toLowerCase()));
}

/** The part of a managed host that a person has chosen, and that may say an environment. */
export function chosenName({ pattern }: Provider, host: string): string | undefined {
  return pattern.exec(host.toLowerCase())?.groups?.['name'];
}
