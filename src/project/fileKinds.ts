/** `template`: an example to copy, which no program loads. `config`: settings that may name a database. */
export type FileKind = 'env' | 'template' | 'config';

const stages =
  'dev|development|local|prod|production|live|stage|staging|test|testing|qa|uat|preprod|preview|ci';

const envFile = new RegExp(
  `^(\\.env([._-].+)?|.+\\.env|\\.flaskenv|\\.envrc|env[._-](${stages})|(${stages})[._-]env)$`,
  'i',
);

const template = /(^|[._-])(example|sample|template|tmpl|tpl|dist|defaults?)s?([._-]|$)/i;

const configFiles: readonly RegExp[] = [
  /^database\.ya?ml$/,
  /^(application|bootstrap)(-[\w-]+)?\.(properties|ya?ml)$/,
  /^(docker-)?compose([.-][\w.-]+)?\.ya?ml$/,
  /^(knexfile|ormconfig|data-source|(drizzle|prisma)\.config|config|database)\.([cm]?[jt]s|json)$/,
  /^schema\.prisma$/,
  /^alembic\.ini$/,
  /^(settings|config)(_\w+)?\.py$/,
  /^appsettings(\.\w+)?\.json$/,
  /^\.?pg_service\.conf$/,
];

/** What a file's name says of it; `undefined` for all that cannot name a database. dotenv-flow alone loads `.env.defaults`. */
export function kindOf(name: string): FileKind | undefined {
  if (envFile.test(name)) return template.test(name) ? 'template' : 'env';
  if (/^\.?(env|envrc|flaskenv)[._-]/i.test(name) && template.test(name)) return 'template';
  return configFiles.some((pattern) => pattern.test(name)) ? 'config' : undefined;
}
