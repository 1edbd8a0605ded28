import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Dialect } from '../../src/core/environment/dialect';
import { compose } from '../../src/core/environment/dialects/compose';
import { dotenv } from '../../src/core/environment/dialects/dotenv';
import { dotenvExpand1000 } from '../../src/core/environment/dialects/dotenvExpand1000';
import { expand1000 } from '../../src/core/environment/dialects/dotenvExpand1000';
import { godotenv } from '../../src/core/environment/dialects/godotenv';
import { pythonDotenv } from '../../src/core/environment/dialects/pythonDotenv';
import { rubyDotenv } from '../../src/core/environment/dialects/rubyDotenv';
import { Budget } from '../../src/core/environment/reading/budget';
import type { Outcome, Suite } from './suite';

type Variables = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, string | null>>;

interface Row {
  readonly id: string;
  readonly ecosystem: string;
  readonly mode: 'parse' | 'load' | 'multi' | 'expand' | 'expand-file';
  readonly input?: string;
  readonly inputs?: readonly string[];
  readonly parsed?: Variables;
  readonly input_file?: string;
  readonly env?: Variables;
  readonly options?: {
    readonly override?: boolean;
    readonly interpolate?: boolean;
    readonly dotenv_config_into_process_env_first?: boolean;
  };
  readonly expected: Values | null;
  readonly partial?: boolean;
}

const dialects: Readonly<Record<string, Dialect>> = {
  'node-dotenv': dotenv,
  'node-dotenv-expand': dotenvExpand1000,
  'python-dotenv': pythonDotenv,
  'ruby-dotenv': rubyDotenv,
  'go-godotenv': godotenv,
  'docker-compose': compose,
};

export const dotenvParse: Suite = {
  file: 'dotenv_parse.jsonl',
  run: (rows) => (rows as readonly Row[]).map(outcomeOf),
};

function outcomeOf(row: Row): Outcome {
  const { id, expected, partial } = row;
  const all = valuesOf(row);
  const found =
    all && partial
      ? Object.fromEntries(Object.keys(expected ?? {}).map((name) => [name, all[name]]))
      : all;
  if (isDeepStrictEqual(found, expected ?? undefined)) return { id, kind: 'passed' };
  const reason = reasonNotToFollow(row);
  return reason
    ? { id, kind: 'notFollowed', reason }
    : { id, kind: 'failed', detail: `${JSON.stringify(found)} for ${JSON.stringify(expected)}` };
}

/** `undefined` where the file is refused. */
function valuesOf(row: Row): Values | undefined {
  const { env = {}, options = {}, ecosystem } = row;
  if (row.mode === 'expand') return expandRow(new Map(Object.entries(row.parsed!)), env);
  if (row.mode === 'expand-file') return expandFile(row, env);
  const files = (row.inputs ?? [row.input!]).map((input) => readInput(row, input));
  if (files.includes(undefined)) return undefined;
  const merged = Object.assign({}, ...files) as Values;
  if (row.mode === 'load') return options.override ? { ...env, ...merged } : { ...merged, ...env };
  // Ruby's parser takes the value of a variable that is set already, but for this one.
  const own = Object.keys(env).filter(
    (name) => ecosystem === 'ruby-dotenv' && name !== 'DOTENV_LINEBREAK_MODE' && name in merged,
  );
  return { ...merged, ...Object.fromEntries(own.map((name) => [name, env[name]!])) };
}

function readInput({ ecosystem, mode, env = {}, options }: Row, input: string): Values | undefined {
  // The rows that parse use `dotenv_values`, which reads as if the file overrode the shell.
  const override = options?.override ?? (ecosystem === 'python-dotenv' && mode === 'parse');
  const parsed = dialects[ecosystem]!.parse(input, { get: (name) => env[name], override });
  if (parsed.problems.some(({ fatal }) => fatal)) return undefined;
  return Object.fromEntries(parsed.assignments.map(({ name, value }) => [name, value]));
}

function expandRow(written: ReadonlyMap<string, string>, env: Variables): Values | undefined {
  const expanded = expand1000(written, (name) => env[name], new Budget());
  return expanded && Object.fromEntries(expanded);
}

function expandFile({ input_file: file, options }: Row, env: Variables): Values | undefined {
  const folder = process.env['SAFETY_CATCH_CONFORMANCE'] ?? join('..', 'shared', 'conformance');
  const text = readFileSync(join(folder, file!), 'utf8');
  const populates = options?.dotenv_config_into_process_env_first;
  const { assignments } = (populates ? dotenvExpand1000 : dotenv).parse(text, {
    get: (name) => env[name],
    override: false,
  });
  const values = assignments.map(({ name, value }) => [name, value ?? ''] as const);
  return populates ? Object.fromEntries(values) : expandRow(new Map(values), env);
}

function reasonNotToFollow({ input = '', parsed, options, env }: Row): string | undefined {
  const texts = [input, ...Object.values(parsed ?? {})];
  if (texts.some((text) => text.includes('$('))) return 'the value comes from running a command';
  if (options?.interpolate === false) return 'there is no reading without references';
  if (env?.['PYTHON_DOTENV_DISABLED']) return 'whether a file is read at all is up to its loader';
  return undefined;
}
