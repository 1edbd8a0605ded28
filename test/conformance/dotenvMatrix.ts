import { isDeepStrictEqual } from 'node:util';
import type { ParsedEnvFile } from '../../src/core/environment/dialect';
import { readers, type Reader } from './dotenvReaders';
import type { Outcome, Suite } from './suite';

type Values = Readonly<Record<string, string | null>>;

interface Row {
  readonly id: string;
  readonly input: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly results: readonly {
    /** Absent where the implementation refuses the file. */
    readonly values?: Values;
    readonly implementations: readonly string[];
  }[];
}

/** Rows that one reader knowingly reads in another way. */
const apart: Readonly<Record<string, string>> = {
  'm169 bash set -a; source': 'bash takes the bracket for the index of an array and gives up',
  'm134 bash set -a; source': 'bash alone takes quotes off a name',
};

/** One outcome for each input and implementation. */
export const dotenvMatrix: Suite = {
  file: 'dotenv_matrix.jsonl',
  run: (rows) =>
    (rows as readonly Row[]).flatMap((row) =>
      row.results.flatMap(({ values, implementations }) =>
        implementations.map((name) => outcomeOf(row, name, values)),
      ),
    ),
};

function outcomeOf(row: Row, name: string, expected: Values | undefined): Outcome {
  const id = `${row.id} ${name}`;
  const reader = readers[name];
  if (!reader) return { id, kind: 'failed', detail: 'no such reader' };
  const env = row.env ?? {};
  const visible = reader.hidesShell ? {} : env;
  const parsed = reader.dialect.parse(row.input, {
    get: (wanted) => visible[wanted],
    override: reader.override ?? false,
  });
  const found = valuesOf(parsed, row, reader);
  // Next reports a file that it cannot read and goes on without it.
  if (isDeepStrictEqual(found ?? (expected ? {} : undefined), expected))
    return { id, kind: 'passed' };
  const reason = reasonNotToFollow(id, row, reader);
  return reason
    ? { id, kind: 'notFollowed', reason }
    : { id, kind: 'failed', detail: `${JSON.stringify(found)} for ${JSON.stringify(expected)}` };
}

function valuesOf(
  { assignments, problems }: ParsedEnvFile,
  { input, env = {} }: Row,
  { dialect, isShellStronger }: Reader,
): Values | undefined {
  if (problems.some(({ fatal }) => fatal)) return undefined;
  const fromFile = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
  const named = Object.keys(env).filter((name) =>
    new RegExp(`^\\s*(?:export\\s+)?${name}\\b`, 'm').test(input),
  );
  if (dialect.id === 'next')
    return Object.fromEntries(Object.entries(fromFile).filter(([name]) => !(name in env)));
  if (!isShellStronger) return fromFile;
  const fromShell = named
    .filter((name) => !(keepsFromFile(dialect.id, name) && name in fromFile))
    .map((name) => [name, env[name]!]);
  return { ...fromFile, ...Object.fromEntries(fromShell) };
}

/** Where the file wins over the shell all the same. */
function keepsFromFile(id: string, name: string): boolean {
  return id === 'bash-source' || (id === 'ruby-dotenv' && name === 'DOTENV_LINEBREAK_MODE');
}

function reasonNotToFollow(id: string, { input }: Row, reader: Reader): string | undefined {
  if (reader.runs?.test(input)) return 'the value comes from running a command';
  if (reader.keepsMark && input.startsWith('\uFEFF'))
    return 'the row hands over a text with a byte order mark, which the file reader takes off';
  return apart[id];
}
