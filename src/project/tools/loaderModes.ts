/** A mode in which a command has a loader read its files. */
export interface LoaderMode {
  /** Id of the loader. */
  readonly loader: string;
  readonly mode: string;
}

interface ModeRow {
  readonly names: readonly string[];
  readonly loader: string;
  /** By the command's first word; the empty one stands for a command without any. */
  readonly modes: Readonly<Record<string, string>>;
  /** Whether `--mode` says it instead. */
  readonly hasOption: boolean;
}

const development = 'development';
const production = 'production';

/** Next.js 16 and Vite 8, run: the command decides, whatever NODE_ENV says. */
const rows: readonly ModeRow[] = [
  {
    names: ['next'],
    loader: 'next',
    modes: { '': development, dev: development, build: production, start: production },
    hasOption: false,
  },
  {
    names: ['vite'],
    loader: 'vite',
    modes: {
      '': development,
      dev: development,
      serve: development,
      build: production,
      preview: production,
    },
    hasOption: true,
  },
];

/** @param argv with the program's name first */
export function loaderMode(argv: readonly string[]): LoaderMode | undefined {
  const name = argv[0]?.split('/').at(-1) ?? '';
  const row = rows.find(({ names }) => names.includes(name));
  if (!row) return undefined;
  const { loader, modes, hasOption } = row;
  const verb = argv.slice(1).find((word) => Object.hasOwn(modes, word)) ?? '';
  const mode = (hasOption ? optionOf(argv, '--mode', '-m') : undefined) ?? modes[verb];
  return mode === undefined ? undefined : { loader, mode };
}

function optionOf(argv: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [at, word] of argv.entries()) {
    if (names.includes(word)) return argv[at + 1];
    const name = names.find((candidate) => word.startsWith(`${candidate}=`));
    if (name) return word.slice(name.length + 1);
  }
  return undefined;
}
