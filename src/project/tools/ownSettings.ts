import { environmentName } from '../loaders/springNames';

/** What the words of a command say in place of a variable. */
export type OwnSetting = readonly [name: string, value: string];

interface CommandRow {
  readonly names: RegExp;
  /** Settings that win over those of the shell, which `get` tells. */
  read(args: readonly string[], get: (name: string) => string | undefined): readonly OwnSetting[];
}

/** Programs that take variables from their own words, and read everything else as their folder says. */
const commands: readonly CommandRow[] = [
  { names: /^(rails|rake|rspec|thor|puma|sidekiq)$/, read: readRails },
  { names: /^(php[\d.]*|artisan|sail)$/, read: readArtisan },
  { names: /^(java|mvn|mvnw|gradle|gradlew|.+\.jar)$/, read: readSpring },
];

/** @param argv with the program's name first */
export function readOwnSettings(
  argv: readonly string[],
  get: (name: string) => string | undefined,
): readonly OwnSetting[] {
  const [path = '', ...args] = argv;
  const program = path.split(/[\\/]/).at(-1) ?? '';
  return commands.find(({ names }) => names.test(program))?.read(args, get) ?? [];
}

/** `-e production`, `--environment=production`, and rake's `RAILS_ENV=production`; tests have an environment of their own. */
function readRails(
  args: readonly string[],
  get: (name: string) => string | undefined,
): readonly OwnSetting[] {
  const [verb = ''] = args.filter((word) => !word.startsWith('-') && !word.includes('='));
  const assigned = args.flatMap((word): OwnSetting[] => {
    const [, name, value] = /^([A-Z]\w*)=(.*)$/s.exec(word) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  const given = optionOf(args, '-e', '--environment');
  if (given !== undefined) return [...assigned, ['RAILS_ENV', given]];
  const isTest = /^(test|spec|cucumber)(:|$)/.test(verb) && !get('RAILS_ENV') && !get('RACK_ENV');
  return isTest || verb.startsWith('db:test:') ? [['RAILS_ENV', 'test'], ...assigned] : assigned;
}

/** `php artisan migrate --env=production --database=shop`. */
function readArtisan(args: readonly string[]): readonly OwnSetting[] {
  if (!args.some((word) => /(^|\/)artisan$/.test(word))) return [];
  const mode = optionOf(args, '--env');
  const connection = optionOf(args, '--database');
  return [
    ...(mode === undefined ? [] : [['APP_ENV', mode] as const]),
    ...(connection === undefined ? [] : [['DB_CONNECTION', connection] as const]),
  ];
}

/** `--spring.profiles.active=prod` and `-Dspring.profiles.active=prod`, as the build tools pass them on, too. */
function readSpring(args: readonly string[]): readonly OwnSetting[] {
  return args.flatMap((arg) => {
    const [, passed] = /^-Dspring-boot\.run\.(?:arguments|jvmArguments)=(.*)$/s.exec(arg) ?? [];
    const [, inner] = /^--args=(.*)$/s.exec(arg) ?? [];
    const text = (passed ?? inner)?.replace(/^(['"])(.*)\1$/s, '$2') ?? arg;
    const texts = text.split(passed === undefined ? /\s(?=-)/ : /[\s,](?=-)/);
    return texts.flatMap(springProperty);
  });
}

function springProperty(text: string): OwnSetting[] {
  const [, name, value] = /^(?:--|-D)([a-z][\w.-]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) return [];
  if (name === 'spring-boot.run.profiles') return [['SPRING_PROFILES_ACTIVE', value]];
  return [[environmentName(name), value]];
}

/** `--name value` or `--name=value`; the last counts. */
function optionOf(args: readonly string[], ...names: readonly string[]): string | undefined {
  let found: string | undefined;
  for (const [at, word] of args.entries()) {
    if (names.includes(word)) found = args[at + 1] ?? found;
    const name = names.find((candidate) => word.startsWith(`${candidate}=`));
    if (name) found = word.slice(name.length + 1);
  }
  return found;
}
