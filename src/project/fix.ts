import type { Missing } from './resolution';

/** What makes a command safe. */
export interface Fix {
  /** The command with it. */
  readonly command: string;
  /** The variables that it sets for the command. */
  readonly environment: Readonly<Record<string, string>>;
  /** The same as a person would write it: `FLASK_ENV=development`. */
  readonly assignments: readonly string[];
}

export interface Assignment {
  readonly name: string;
  readonly value: string;
}

/** The first of the values that mean development, where it can stand in a command line as it is. */
export function assignmentOf({ name, expected: [value] }: Missing): Assignment[] {
  return value !== undefined && /^[\w.:@/-]+$/.test(value) ? [{ name, value }] : [];
}

export function fixOf(command: string, assignments: readonly Assignment[]): Fix {
  const environment = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
  return {
    command,
    environment,
    assignments: Object.entries(environment).map(([name, value]) => `${name}=${value}`),
  };
}
