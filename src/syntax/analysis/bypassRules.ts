import type { CodeFinding } from '../../core/findings/codeFinding';

/** A way round a tool's own question that somebody has written down, so that nobody is asked any more. */
export interface BypassRule extends Pick<CodeFinding, 'kind' | 'reach' | 'subject' | 'api'> {
  /** Kebab-case, unique. */
  readonly id: string;
  /** Global; its match is what is marked. */
  readonly pattern: RegExp;
  readonly takesAll?: true;
  readonly trap: string;
}

/** A variable that is given any value at all, in the spellings of shells, of YAML and of Docker. */
function set(name: string): RegExp {
  const given = `(?:(?<=\\bENV +)${name} +|(?<![\\w{$])${name}["']?(?:=| *: *))`;
  return new RegExp(`${given}(?!["']{2})["']?[\\w.-][^\\s"',;&|}]*`, 'g');
}

/** The words of one command in their order, whatever stands between them. */
function command(...words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\w-])${words.join('(?=\\s)[^&|;\\n"]*?\\s')}(?![\\w-])`, 'g');
}

const everything = { kind: 'drop', reach: 'all', subject: 'every table', takesAll: true } as const;

/** Variables: what they let through is found nowhere else. */
export const settingBypasses: readonly BypassRule[] = [
  {
    id: 'bypass-rails-environment-check',
    api: 'Rails',
    pattern: set('DISABLE_DATABASE_ENVIRONMENT_CHECK'),
    ...everything,
    trap: 'With this set, Rails drops a production database without a word.',
  },
  {
    id: 'bypass-prisma-consent',
    api: 'Prisma',
    pattern: set('PRISMA_USER_CONSENT_FOR_DANGEROUS_AI_ACTION'),
    ...everything,
    trap: 'This is the consent of a person to one command; written down, it is given to every command.',
  },
];

/** Options of commands, which scripts for a shell are read for anyway. */
export const commandBypasses: readonly BypassRule[] = [
  {
    id: 'bypass-prisma-reset',
    api: 'Prisma',
    pattern: command('prisma', 'migrate', 'reset', '(?:--force|-f)'),
    ...everything,
    trap: 'With --force the reset does not ask, whatever DATABASE_URL names.',
  },
  {
    id: 'bypass-prisma-force-reset',
    api: 'Prisma',
    pattern: command('prisma', 'db', 'push', '--force-reset'),
    ...everything,
    trap: 'With --force-reset the database is emptied first, whatever DATABASE_URL names.',
  },
  {
    id: 'bypass-prisma-data-loss',
    api: 'Prisma',
    pattern: command('prisma', 'db', 'push', '--accept-data-loss'),
    kind: 'drop',
    reach: 'some',
    subject: 'the columns and tables that the schema has not',
    trap: 'A renamed field is a dropped column, and with --accept-data-loss nobody is asked.',
  },
  {
    id: 'bypass-drizzle-force',
    api: 'Drizzle',
    pattern: command('drizzle-kit', 'push(?::\\w+)?', '--force'),
    kind: 'drop',
    reach: 'some',
    subject: 'the columns and tables that the schema has not',
    trap: 'With --force, statements that lose data are run without a question.',
  },
  {
    id: 'bypass-laravel-force',
    api: 'Laravel',
    pattern: command('artisan', '(?:migrate:(?:fresh|refresh|reset)|db:wipe)', '--force'),
    ...everything,
    trap: 'With --force, Laravel does not ask in production.',
  },
  {
    id: 'bypass-django-no-input',
    api: 'Django',
    pattern: command('(?:manage\\.py|django-admin)', '(?:flush|reset_db)', '--no-?input'),
    ...everything,
    trap: 'With --noinput, the database is emptied without a question.',
  },
];
