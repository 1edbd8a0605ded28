import type { ShellWord } from '../core/environment/shellRun';
import { readLeadingOptions } from './options';
import type { Unwrapped, Wrapper, WrapperEnvFile } from './wrapper';

/** Options that take a value, for programs that pass on all they get. */
const plain: Readonly<Record<string, readonly string[]>> = {
  sudo: [
    '-u',
    '--user',
    '-g',
    '--group',
    '-h',
    '--host',
    '-p',
    '--prompt',
    '-C',
    '-D',
    '--chdir',
    '-R',
    '-T',
    '-r',
    '-t',
  ],
  doas: ['-u', '-C'],
  command: [],
  builtin: [],
  exec: ['-a'],
  nohup: [],
  setsid: [],
  time: ['-o', '-f'],
  nice: ['-n', '--adjustment'],
  ionice: ['-c', '-n', '-p'],
  stdbuf: ['-i', '-o', '-e'],
  chronic: [],
  unbuffer: [],
  caffeinate: ['-t', '-w'],
  winpty: [],
  watch: ['-n', '--interval'],
  xargs: ['-I', '-n', '-L', '-P', '-d', '-E', '-s', '-a'],
  parallel: ['-j', '--jobs', '-N'],
  strace: ['-e', '-o', '-p', '-s'],
  npx: ['-p', '--package'],
  bunx: [],
  pnpx: [],
};

const program = (
  words: readonly ShellWord[],
  more: Omit<Extract<Unwrapped, { kind: 'program' }>, 'kind' | 'words'> = {},
): Unwrapped | undefined => (words.length > 0 ? { kind: 'program', words, ...more } : undefined);

/** Programs that start another one, a row each. */
export const wrappers: readonly Wrapper[] = [
  ...Object.entries(plain).map(([name, withValue]): Wrapper => ({
    names: [name],
    unwrap: (words) =>
      program(withoutAssignments(readLeadingOptions(words.slice(1), { withValue }).rest).words, {
        settings: withoutAssignments(readLeadingOptions(words.slice(1), { withValue }).rest)
          .settings,
      }),
  })),
  { names: ['env'], unwrap: unwrapEnv },
  { names: ['cross-env', 'cross-env-shell'], unwrap: (words) => unwrapAssignments(words.slice(1)) },
  {
    names: ['timeout'],
    unwrap: (words) =>
      program(
        readLeadingOptions(words.slice(1), {
          withValue: ['-s', '--signal', '-k', '--kill-after'],
        }).rest.slice(1),
      ),
  },
  { names: ['bash', 'sh', 'zsh', 'dash', 'ksh', 'fish', 'ash'], unwrap: unwrapShell },
  { names: ['eval'], unwrap: (words) => lineOf(words.slice(1)) },
  { names: ['dotenv'], unwrap: unwrapDotenv },
  {
    names: ['dotenvx'],
    unwrap: (words) =>
      unwrapAfter(
        words,
        'run',
        ['-f', '--env-file', '-e', '--env'],
        ['-f', '--env-file'],
        'dotenv',
      ),
  },
  { names: ['env-cmd'], unwrap: unwrapEnvCmd },
  {
    names: ['poetry', 'uv', 'rye', 'hatch', 'pdm'],
    unwrap: (words) =>
      unwrapAfter(
        words,
        'run',
        ['--env-file', '--with', '--python', '-p', '--project', '--directory', '-e'],
        ['--env-file'],
        'node-env-file',
      ),
  },
  {
    names: ['pipenv'],
    unwrap: (words) =>
      words[1]?.text === 'run' ? program(words.slice(2), { loader: 'pipenv' }) : undefined,
  },
  {
    names: ['bundle'],
    unwrap: (words) => (words[1]?.text === 'exec' ? program(words.slice(2)) : undefined),
  },
  {
    names: ['direnv'],
    unwrap: (words) =>
      words[1]?.text === 'exec' ? program(words.slice(3), { loader: 'direnv' }) : undefined,
  },
  { names: ['docker', 'podman'], unwrap: unwrapDocker },
  { names: ['docker-compose'], unwrap: (words) => unwrapCompose(words.slice(1)) },
  { names: ['npm', 'pnpm', 'yarn', 'bun'], unwrap: unwrapNodeManager },
  { names: ['make', 'gmake'], unwrap: unwrapMake },
  { names: ['composer'], unwrap: unwrapComposer },
];

function withoutAssignments(words: readonly ShellWord[]): {
  readonly words: readonly ShellWord[];
  readonly settings: readonly (readonly [string, string])[];
} {
  const first = words.findIndex(({ text }) => text === undefined || !/^[A-Za-z_]\w*=/.test(text));
  const count = first < 0 ? words.length : first;
  const settings = words
    .slice(0, count)
    .map(
      ({ text = '' }) =>
        [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const,
    );
  return { words: words.slice(count), settings };
}

function unwrapAssignments(words: readonly ShellWord[]): Unwrapped | undefined {
  const { words: rest, settings } = withoutAssignments(words);
  return program(rest, { settings });
}

/** coreutils' `env`: `-i`, `-u NAME`, `-C DIR`, `-S 'LINE'`, then assignments. */
function unwrapEnv(words: readonly ShellWord[]): Unwrapped | undefined {
  const shape = { withValue: ['-u', '--unset', '-C', '--chdir', '-S', '--split-string'] };
  const { values, rest } = readLeadingOptions(words.slice(1), shape);
  const line = values.get('-S')?.[0] ?? values.get('--split-string')?.[0];
  if (line !== undefined)
    return { kind: 'line', text: [line, ...rest.map(({ raw }) => raw)].join(' ') };
  const { words: inner, settings } = withoutAssignments(rest);
  const cwd = values.get('-C')?.at(-1) ?? values.get('--chdir')?.at(-1);
  return program(inner, {
    settings,
    unset: [...(values.get('-u') ?? []), ...(values.get('--unset') ?? [])],
    isClean: values.has('-i') || values.has('--ignore-environment') || values.has('-'),
    ...(cwd === undefined ? {} : { cwd }),
  });
}

function unwrapShell(words: readonly ShellWord[]): Unwrapped | undefined {
  const at = words.findIndex(
    ({ text }, index) => index > 0 && text !== undefined && /^-[a-z]*c[a-z]*$/i.test(text),
  );
  const line = at < 0 ? undefined : words[at + 1]?.text;
  return line === undefined ? undefined : { kind: 'line', text: line };
}

function lineOf(words: readonly ShellWord[]): Unwrapped | undefined {
  const texts = words.map(({ text }) => text);
  return texts.includes(undefined) || texts.length === 0
    ? undefined
    : { kind: 'line', text: texts.join(' ') };
}

/** dotenv-cli (`dotenv -e FILE -- …`), python-dotenv (`dotenv -f FILE run …`) and Ruby's (`dotenv -f FILE …`). */
function unwrapDotenv(words: readonly ShellWord[]): Unwrapped | undefined {
  const { values, rest } = readLeadingOptions(words.slice(1), {
    withValue: ['-e', '-f', '--file', '-v', '-p', '-c'],
  });
  const isPython = rest[0]?.text === 'run';
  const loader = isPython ? 'python-dotenv' : values.has('-f') ? 'ruby-dotenv' : 'dotenv-expand';
  const inner = isPython ? readLeadingOptions(rest.slice(1), {}) : { values, rest };
  const override = isPython
    ? !inner.values.has('--no-override')
    : values.has('-o') || values.has('--overload');
  const paths = [
    ...(values.get('-e') ?? []),
    ...(values.get('-f') ?? []),
    ...(values.get('--file') ?? []),
  ];
  const files = paths.length > 0 ? paths : ['.env'];
  const variables = (values.get('-v') ?? []).map(
    (text) => [text.split('=')[0] ?? '', text.slice(text.indexOf('=') + 1)] as const,
  );
  return program(inner.rest, {
    envFiles: files.map((path) => ({ path, loader, override })),
    settings: variables,
  });
}

/** `TOOL run [options] PROGRAM`, where some options name env files. */
function unwrapAfter(
  words: readonly ShellWord[],
  verb: string,
  withValue: readonly string[],
  fileOptions: readonly string[],
  loader: string,
): Unwrapped | undefined {
  const outer = readLeadingOptions(words.slice(1), { withValue });
  if (outer.rest[0]?.text !== verb) return undefined;
  const { values, rest } = readLeadingOptions(outer.rest.slice(1), { withValue });
  const paths = fileOptions.flatMap((option) => values.get(option) ?? []);
  const override = values.has('--overload') || values.has('-o');
  const envFiles = paths.map((path): WrapperEnvFile => ({ path, loader, override }));
  const implied =
    loader === 'dotenv' && paths.length === 0 ? [{ path: '.env', loader, override }] : [];
  return program(rest, { envFiles: [...envFiles, ...implied] });
}

/** env-cmd 10: the file wins over the shell unless `--no-override`. */
function unwrapEnvCmd(words: readonly ShellWord[]): Unwrapped | undefined {
  const { values, rest } = readLeadingOptions(words.slice(1), {
    withValue: ['-f', '--file', '-e', '--environments', '-r', '--rc-file'],
  });
  const override = !values.has('--no-override');
  const paths = [...(values.get('-f') ?? []), ...(values.get('--file') ?? [])];
  return program(rest, {
    envFiles: (paths.length > 0 ? paths : ['.env']).map((path) => ({
      path,
      loader: 'dotenv',
      override,
    })),
  });
}

const containerOptions = [
  '-e',
  '--env',
  '--env-file',
  '-u',
  '--user',
  '-w',
  '--workdir',
  '-v',
  '--volume',
  '-p',
  '--publish',
  '--name',
  '--network',
  '--entrypoint',
  '-l',
  '--label',
  '--index',
  '-f',
  '--file',
  '--project-name',
  '--profile',
];

function unwrapDocker(words: readonly ShellWord[]): Unwrapped | undefined {
  const { rest } = readLeadingOptions(words.slice(1), {
    withValue: ['-H', '--host', '-c', '--context', '--config', '-l', '--log-level'],
  });
  const verb = rest[0]?.text;
  if (verb === 'compose') return unwrapCompose(rest.slice(1));
  if (verb === 'exec' || verb === 'run') return unwrapContainer(rest.slice(1));
  return undefined;
}

function unwrapCompose(words: readonly ShellWord[]): Unwrapped | undefined {
  const { rest } = readLeadingOptions(words, {
    withValue: [
      '-f',
      '--file',
      '-p',
      '--project-name',
      '--env-file',
      '--profile',
      '--project-directory',
      '--ansi',
    ],
  });
  const verb = rest[0]?.text;
  return verb === 'run' || verb === 'exec' ? unwrapContainer(rest.slice(1)) : undefined;
}

function unwrapContainer(words: readonly ShellWord[]): Unwrapped | undefined {
  const { values, rest } = readLeadingOptions(words, { withValue: containerOptions });
  const [service, ...inner] = rest;
  const given = [...(values.get('-e') ?? []), ...(values.get('--env') ?? [])].filter((text) =>
    text.includes('='),
  );
  const settings = given.map(
    (text) => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)] as const,
  );
  return program(inner, { settings, service: service?.text ?? service?.raw ?? '' });
}

const nodeVerbs = /^(run|run-script|rum|urn)$/;
const lifecycleVerbs = /^(test|t|tst|start|stop|restart)$/;
const ownVerbs =
  /^(add|audit|cache|ci|config|create|dlx|exec|help|i|info|init|install|link|list|login|ls|outdated|pack|publish|remove|rm|set|unlink|up|update|upgrade|version|view|why|workspace|workspaces|x)$/;

/** npm, pnpm, yarn and bun: scripts of package.json, and `exec`. */
function unwrapNodeManager(words: readonly ShellWord[]): Unwrapped | undefined {
  const manager = words[0]?.text?.split('/').at(-1) ?? '';
  const { values, rest } = readLeadingOptions(words.slice(1), {
    withValue: ['-C', '--prefix', '--dir', '--cwd', '-w', '--workspace', '-F', '--filter', '-c'],
  });
  const verb = rest[0]?.text ?? '';
  const cwd = ['-C', '--prefix', '--dir', '--cwd']
    .flatMap((option) => values.get(option) ?? [])
    .at(-1);
  if (/^(exec|x|dlx)$/.test(verb))
    return program(
      readLeadingOptions(rest.slice(1), { withValue: ['-p', '--package'] }).rest,
      cwd === undefined ? {} : { cwd },
    );
  const named = nodeVerbs.test(verb) ? readLeadingOptions(rest.slice(1), {}).rest : rest;
  const isShort = manager !== 'npm' && !ownVerbs.test(verb);
  if (!nodeVerbs.test(verb) && !lifecycleVerbs.test(verb) && !isShort) return undefined;
  const name = named[0]?.text;
  if (name === undefined || name === '') return undefined;
  const extra = named.slice(1).filter(({ text }, index) => !(index === 0 && text === '--'));
  return {
    kind: 'script',
    manager: 'node',
    name: /^(t|tst)$/.test(name) ? 'test' : name,
    extra,
    ...(cwd === undefined ? {} : { cwd }),
  };
}

function unwrapMake(words: readonly ShellWord[]): Unwrapped | undefined {
  const { values, rest } = readLeadingOptions(words.slice(1), {
    withValue: ['-C', '--directory', '-f', '--file', '-j', '-o', '-W'],
  });
  const name = rest.find(({ text }) => text !== undefined && !text.includes('='))?.text ?? '';
  const cwd = (values.get('-C') ?? values.get('--directory'))?.at(-1);
  return {
    kind: 'script',
    manager: 'make',
    name,
    extra: rest.filter(({ text }) => text?.includes('=')),
    ...(cwd === undefined ? {} : { cwd }),
  };
}

function unwrapComposer(words: readonly ShellWord[]): Unwrapped | undefined {
  const [verb, name] = [words[1]?.text, words[2]?.text];
  if ((verb === 'run' || verb === 'run-script') && name !== undefined)
    return { kind: 'script', manager: 'composer', name, extra: words.slice(3) };
  return undefined;
}

const byName = new Map(
  wrappers.flatMap((wrapper) => wrapper.names.map((name) => [name, wrapper] as const)),
);

/** What a command starts in its turn; `undefined` where it is the program itself. */
export function unwrap(words: readonly ShellWord[]): Unwrapped | undefined {
  const name = words[0]?.text?.split('/').at(-1);
  return name === undefined ? undefined : byName.get(name)?.unwrap(words);
}
