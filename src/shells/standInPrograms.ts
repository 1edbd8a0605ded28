/** Programs that take statements of a person where neither an option nor their input gives them any. */
const statementPrograms: readonly string[] = [
  'psql',
  'pgcli',
  'mysql',
  'mariadb',
  'mycli',
  'mongosh',
  'mongo',
  'usql',
  'clickhouse-client',
  'cqlsh',
];

/** Programs of their own that a shell finds in PATH, and which are there to reach a database or what it lives on. */
const otherPrograms: readonly string[] = [
  'dropdb',
  'dropuser',
  'pg_restore',
  'mysqladmin',
  'mariadb-admin',
  'mysqlimport',
  'mongorestore',
  'mongoimport',
  'redis-cli',
  'valkey-cli',
  'sqlite3',
  'cockroach',
  'docker',
  'docker-compose',
  'podman',
  'podman-compose',
  'nerdctl',
  'kubectl',
  'oc',
  'helm',
  'terraform',
  'tofu',
  'terragrunt',
  'pulumi',
  'aws',
  'eksctl',
  'gcloud',
  'gsutil',
  'bq',
  'az',
  'doctl',
  'heroku',
  'fly',
  'flyctl',
  'supabase',
];

/** A program with a stand-in in PATH, which lets the editor look at its arguments. */
export interface StandInProgram {
  readonly name: string;
  readonly takesStatements: boolean;
}

/** Interpreters and runners are not among them: too much that has to do with no database goes through those. */
export const standInPrograms: readonly StandInProgram[] = [
  ...statementPrograms.map((name) => ({ name, takesStatements: true })),
  ...otherPrograms.map((name) => ({ name, takesStatements: false })),
];
