/**
 * The variables that can decide which database a program reaches, as shell globs (`*` is any text). Terminals report
 * these and no others. Every pattern that does not begin with `*` begins with a capital letter: the hooks rely on it.
 */
export const watchedVariables: readonly string[] = [
  // Where a database is
  '*DATABASE*',
  '*_DB',
  'DB_*',
  '*_DB_*',
  '*_URL',
  '*_URI',
  '*_URLS',
  '*_DSN',
  '*CONNECTION_STRING*',
  'ConnectionStrings__*',
  'PG*',
  '*POSTGRES*',
  '*MYSQL*',
  'MARIADB*',
  '*MONGO*',
  '*REDIS*',
  'SQLITE*',
  'SQLALCHEMY_*',
  'PEEWEE_*',
  'PRISMA_*',
  'KNEX_*',
  'TYPEORM_*',
  'SPRING_*',
  // Which configuration a program takes
  '*_ENV',
  '*_ENVIRONMENT',
  'ENV',
  'ENVIRONMENT',
  'STAGE',
  'FLASK_*',
  'DJANGO_*',
  '*_SETTINGS',
  '*_SETTINGS_MODULE',
  '*_CONFIG',
  'NODE_CONFIG*',
  '*_PROFILES_ACTIVE',
  'DOTENV_*',
  // Which account, cluster or machine a command goes to
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_REGION',
  'AWS_DEFAULT_REGION',
  'AWS_ENDPOINT_URL*',
  'AZURE_SUBSCRIPTION_ID',
  'CLOUDSDK_*',
  'GOOGLE_CLOUD_PROJECT',
  'KUBECONFIG',
  'DOCKER_HOST',
  'DOCKER_CONTEXT',
  'COMPOSE_*',
  'TF_WORKSPACE',
  'VAULT_ADDR',
  // Who types
  'CLAUDECODE',
  'CURSOR_AGENT',
  'CODEX_SANDBOX',
  'GEMINI_CLI',
  'OPENCODE',
  'CLINE_ACTIVE',
  'AI_AGENT',
];

const pattern = new RegExp(`^(?:${watchedVariables.join('|').replaceAll('*', '.*')})$`);

export function isWatched(name: string): boolean {
  return pattern.test(name);
}
