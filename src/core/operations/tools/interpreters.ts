import {
  allValues,
  isGiven,
  readOptions,
  shapeOf,
  type OptionShape,
} from '../../targets/tools/toolOptions';
import type { Command } from '../command';
import type { Payload, PayloadLanguage } from '../payload';
import type { Tool } from '../tool';

/** How an interpreter is told what to execute. */
interface Interpreter {
  readonly names: readonly string[];
  readonly language: PayloadLanguage;
  /** Options that stand in front of a script; the names below are those that they are reported under. */
  readonly shape: OptionShape;
  /** Options that hold code. */
  readonly code: readonly string[];
  /** An option after which a program by its name takes over. */
  readonly module?: string;
  /** Words in front of code or of a script: `deno eval CODE`, `bun run FILE`. */
  readonly codeWord?: string;
  readonly scriptWord?: string;
  /** Options that are no bundle of letters, and what they are instead. */
  readonly spellings?: Readonly<Record<string, string>>;
  /** Options that only tell something. */
  readonly idle: readonly string[];
}

/** What an interpreter was started with. */
type Start =
  | { readonly kind: 'code'; readonly texts: readonly string[] }
  | { readonly kind: 'program'; readonly words: readonly string[] }
  | { readonly kind: 'input' }
  | { readonly kind: 'nothing' };

const nodeShape = shapeOf(
  'e,eval p,print r,require import loader experimental-loader C,conditions env-file env-file-if-exists P,project tsconfig O,compiler-options',
);

/** `python3.12` and its like. */
function versions(name: string, first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => `${name}${first + at}`);
}

const interpreters: readonly Interpreter[] = [
  {
    names: [
      ...['python', 'python3', 'python2', 'py', 'ipython', 'ipython3', 'pypy', 'pypy3', 'bpython'],
      ...versions('python3.', 6, 16),
    ],
    language: 'python',
    shape: shapeOf('c m W X Q check-hash-based-pycs', 'V,version h,help'),
    code: ['c'],
    module: 'm',
    idle: ['version', 'help'],
  },
  {
    names: ['node', 'nodejs', 'tsx', 'ts-node', 'ts-node-esm', 'jiti', 'esno', 'vite-node'],
    language: 'javascript',
    shape: nodeShape,
    code: ['eval', 'print'],
    spellings: { '-pe': '--print' },
    idle: ['version', 'v', 'help', 'h', 'check', 'test'],
  },
  {
    names: ['bun'],
    language: 'javascript',
    shape: nodeShape,
    code: ['eval', 'print'],
    scriptWord: 'run',
    idle: ['version', 'v', 'help', 'h'],
  },
  {
    names: ['deno'],
    language: 'javascript',
    shape: shapeOf('c,config import-map L,log-level ext env-file'),
    code: [],
    codeWord: 'eval',
    scriptWord: 'run',
    idle: ['version', 'V', 'help', 'h'],
  },
  {
    names: ['ruby', 'jruby', 'truffleruby'],
    language: 'ruby',
    shape: shapeOf('e I r C E,encoding K', 'v,version h,help c'),
    code: ['e'],
    idle: ['version', 'help', 'c'],
  },
  {
    names: ['php', ...versions('php8.', 0, 6), ...versions('php7.', 0, 4)],
    language: 'php',
    shape: shapeOf(
      'r,run d,define f,file c,php-ini B,process-begin R,process-code',
      'v,version h,help',
    ),
    code: ['run'],
    idle: ['version', 'help', 'i', 'm', 'l', 'ini', 'S'],
  },
];

function startOf(interpreter: Interpreter, args: readonly string[]): Start {
  const { shape, code, module = '', idle, codeWord, scriptWord, spellings = {} } = interpreter;
  const own = { ...shape, stopsAtWord: true } as const;
  const spelled = args.map((arg) => spellings[arg] ?? arg);
  const given = readOptions(spelled, own);
  const deciding = given.options.find(({ name }) => name === module || code.includes(name));
  if (deciding?.name === module) return moduleStart(args, deciding.value ?? '');
  if (deciding) return { kind: 'code', texts: code.flatMap((name) => allValues(given, name)) };
  if (idle.some((name) => isGiven(given, name))) return { kind: 'nothing' };
  const [first, ...rest] = given.words;
  if (first === undefined || first === '-') return { kind: 'input' };
  const inner = readOptions(rest, own).words;
  if (first === codeWord) return { kind: 'code', texts: inner.slice(0, 1) };
  const [script = '', ...others] = first === scriptWord ? inner : given.words;
  return { kind: 'program', words: [packageOf(script) ?? script, ...others] };
}

/** `node_modules/typeorm/cli.js` is typeorm. */
function packageOf(path: string): string | undefined {
  return /(?:^|[/\\])node_modules[/\\]([a-z][\w.-]*)[/\\]/.exec(path)?.[1];
}

/** Programs whose module is called otherwise than they are. */
const programs: Readonly<Record<string, string>> = { django: 'django-admin', IPython: 'ipython' };

/** Whatever stands behind the module's name belongs to it. */
function moduleStart(args: readonly string[], name: string): Start {
  const at = args.findIndex((arg) => arg === name || (arg.startsWith('-') && arg.endsWith(name)));
  const [program = ''] = name.split('.');
  return { kind: 'program', words: [programs[program] ?? program, ...args.slice(at + 1)] };
}

function payloadsOf(language: PayloadLanguage, start: Start): readonly Payload[] {
  if (start.kind === 'input') return [{ language, kind: 'input' }];
  if (start.kind !== 'code') return [];
  return [{ language, kind: 'text', text: start.texts.join('\n') }];
}

/** Interpreters by the code that they are given; a script that they start is a command of its own. */
export const interpreterTools: readonly Tool[] = interpreters.map((interpreter) => ({
  names: interpreter.names,
  rules: [],
  payloads: ({ args }: Command) => payloadsOf(interpreter.language, startOf(interpreter, args)),
  delegate({ args }: Command) {
    const start = startOf(interpreter, args);
    return start.kind === 'program' ? start.words : undefined;
  },
}));
