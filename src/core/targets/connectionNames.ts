/**
 * Names of variables that hold a connection string, the one a program would most likely use first. What matches none
 * of them comes last; a value counts by its scheme, whatever the name.
 */
const namesByRank: readonly RegExp[] = [
  /^DATABASE_UR[LI]$/,
  /^(?:SPRING_DATASOURCE_URL|QUARKUS_DATASOURCE_JDBC_URL|(?:FLASK_)?SQLALCHEMY_DATABASE_UR[IL]|DB_UR[IL]|DB_DSN|JDBC_(?:DATABASE_)?URL)$/,
  /^(?:POSTGRES(?:QL)?|PG|MYSQL|MARIADB|MONGO(?:DB)?|SQLSERVER|MSSQL|CLICKHOUSE)(?:_PRISMA)?_?(?:DATABASE_)?(?:UR[LI]|DSN|CONNECTION_STRING|CONN_STR)$/,
  /^PRIMARY_DATABASE_URL$/,
  /_(?:DATABASE|DB)_(?:UR[LI]|DSN|CONNECTION_STRING)$|^(?:DATABASE|DB)_(?:UR[LI]|DSN)_/,
  /_DATASOURCE_URL$|^ConnectionStrings__/i,
];

/** Used for migrations, by poolers' clients or for scratch databases: after the one an application itself uses. */
const secondary =
  /(?:^|_)(?:DIRECT|UNPOOLED|NON_POOLING|SHADOW|REPLICA|READ(?:ER|ONLY)?|CACHE|QUEUE)(?:_|$)/;

export function rankOfName(name: string): number {
  const rank = namesByRank.findIndex((pattern) => pattern.test(name));
  const known = rank < 0 ? namesByRank.length : rank;
  return secondary.test(name) ? known + namesByRank.length + 1 : known;
}

/** Names that promise a connection string: whatever else they hold is a mistake that a person should hear of. */
export function promisesConnection(name: string): boolean {
  return (
    namesByRank.slice(0, 4).some((pattern) => pattern.test(name)) || name.endsWith('_DATABASE_URL')
  );
}
