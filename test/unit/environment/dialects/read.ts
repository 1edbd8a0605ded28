import assert from 'node:assert/strict';
import { dialects } from '../../../../src/core/environment/dialects';
import type { Dialect, ParsedEnvFile } from '../../../../src/core/environment/dialect';

export type DialectId = (typeof dialects)[number]['id'];

export const ids: readonly DialectId[] = dialects.map(({ id }) => id);

export interface Shell {
  readonly env?: Readonly<Record<string, string>>;
  readonly override?: boolean;
}

export function parse(id: DialectId, text: string, shell: Shell = {}): ParsedEnvFile {
  const dialect: Dialect | undefined = dialects.find((candidate) => candidate.id === id);
  assert.ok(dialect);
  const { env = {}, override = false } = shell;
  return dialect.parse(text, { get: (name) => env[name], override });
}

/** The last value of a name; `refused` where the program reads nothing of the file. */
export function valueOf(id: DialectId, text: string, name: string, shell?: Shell): unknown {
  const { assignments, problems } = parse(id, text, shell);
  if (problems.some(({ fatal }) => fatal)) return 'refused';
  return assignments.findLast((assignment) => assignment.name === name)?.value;
}
