import { ConnectionUrl } from '../connectionUrl';
import type { ClientContext, Parsed } from '../grammar';
import { libpq } from '../grammars/libpq';
import type { DatabaseSystem } from '../target';
import { lastValue, readOptions, type OptionShape } from './toolOptions';

/** A platform's own program, which knows databases by the names that they have there. */
interface Platform {
  readonly system: DatabaseSystem;
  /** The words behind the program that reach a database, joined by blanks. */
  readonly verbs: RegExp;
  /** What the name belongs to, as a sentence has it: “the Fly app”. */
  readonly what: string;
  /** Options that hold the name. */
  readonly options?: readonly string[];
  /** Whether the first word behind the verbs is the name. */
  readonly isWord?: true;
}

const fly: Platform = {
  system: 'postgresql',
  verbs: /^(postgres|pg|mpg) (connect|proxy|restart|failover|db|users)/,
  what: 'the Fly app',
  options: ['app'],
};
const neon: Platform = {
  system: 'postgresql',
  verbs:
    /^(branches|databases|roles|projects|connection-string|cs) ?(delete|reset|restore|create)?/,
  what: 'the Neon project',
  options: ['project-id'],
};
const planetscale: Platform = {
  system: 'mysql',
  verbs: /^(shell|connect|database (delete|dump|restore-dump)|branch delete|deploy-request deploy)/,
  what: 'the PlanetScale database',
  isWord: true,
};

/** The first word is the program; a row each. */
export const platforms: Readonly<Record<string, Platform>> = {
  fly,
  flyctl: fly,
  heroku: {
    system: 'postgresql',
    verbs: /^(pg|redis):\S+/,
    what: 'the Heroku app',
    options: ['app', 'remote'],
  },
  neonctl: neon,
  neon,
  pscale: planetscale,
  turso: {
    system: 'sqlite',
    verbs: /^db (shell|destroy|import)/,
    what: 'the Turso database',
    isWord: true,
  },
  railway: { system: 'unknown', verbs: /^(connect|run|shell)/, what: 'the Railway project' },
  // These give a program the variables that they keep, and so decide its database.
  doppler: {
    system: 'unknown',
    verbs: /^run/,
    what: 'the Doppler configuration',
    options: ['config'],
  },
  infisical: {
    system: 'unknown',
    verbs: /^run/,
    what: 'the Infisical environment',
    options: ['env'],
  },
  chamber: { system: 'unknown', verbs: /^exec/, what: 'the Chamber service', isWord: true },
  gcloud: {
    system: 'unknown',
    verbs:
      /^(beta |alpha )?sql (connect|import|export|databases delete|instances (delete|restart|restore-backup|clone|patch))/,
    what: 'the Cloud SQL instance',
    isWord: true,
  },
};

const shape: OptionShape = {
  valued: [
    'app',
    'remote',
    'project-id',
    'database',
    'branch',
    'org',
    'user',
    'project',
    'confirm',
    'config',
    'env',
  ],
  aliases: { a: 'app', r: 'remote', d: 'database', o: 'org', c: 'config', e: 'env' },
  bundles: true,
};

/**
 * A database that is known by its name on a platform only: which host that is, is kept there.
 *
 * @param argv with the program's name first
 */
export function hostedTarget(argv: readonly string[]): Parsed | undefined {
  const platform = platforms[argv[0]?.split(/[\\/]/).at(-1) ?? ''];
  const given = readOptions(argv.slice(1), shape);
  const line = given.words.join(' ');
  const [verbs] = platform?.verbs.exec(line) ?? [];
  if (!platform || verbs === undefined) return undefined;
  const [word] = line.slice(verbs.length).trim().split(' ');
  const name = platform.isWord
    ? word
    : platform.options?.flatMap((option) => lastValue(given, option) ?? [])[0];
  const database = lastValue(given, 'database');
  const named = name ? `${platform.what} ${name}` : `${platform.what} of this folder`;
  return {
    kind: 'connection',
    connection: {
      system: platform.system,
      endpoints: [],
      ...(database ? { database } : {}),
      unresolved: `The database is that of ${named}, and its host is only known there.`,
    },
  };
}

const supabaseLinked = /^(db (push|pull|dump|remote)|migration (fetch|repair|squash))/;
const supabaseVerbs = /^(db|migration|test db|inspect db|seed)\b/;

/** `supabase db reset` works on the local stack, unless it is told to use the linked project or a URL. */
export function supabaseTarget(
  argv: readonly string[],
  context: ClientContext,
): Parsed | undefined {
  const given = readOptions(argv.slice(1), {
    valued: ['db-url', 'workdir', 'project-ref', 'password', 'schema', 'file', 'version'],
    aliases: { p: 'password', s: 'schema', f: 'file' },
  });
  const line = given.words.join(' ');
  if (!supabaseVerbs.test(line)) return undefined;
  const has = (name: string): boolean => given.options.some((option) => option.name === name);
  const isChosen = has('linked') || has('project-ref');
  const isLinked = isChosen || (supabaseLinked.test(line) && !has('local'));
  const url = lastValue(given, 'db-url');
  if (url !== undefined) return libpq.parse(new ConnectionUrl(url), context);
  const connection = { system: 'postgresql', database: 'postgres' } as const;
  if (isLinked)
    return {
      kind: 'connection',
      connection: {
        ...connection,
        endpoints: [],
        unresolved:
          'The database is that of the linked Supabase project, and its host is only known there.',
      },
    };
  const endpoints = [{ kind: 'tcp', host: '127.0.0.1', port: 54322 }] as const;
  return { kind: 'connection', connection: { ...connection, endpoints, user: 'postgres' } };
}
