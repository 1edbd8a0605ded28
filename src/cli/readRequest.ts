import { resolve as absolutePath } from 'node:path';
import { parseArgs } from 'node:util';
import { redact } from '../core/targets/redact';
import { UserError } from '../errors';
import type { RunName } from '../project/runs/findNamed';

/** One question to the command line. */
export interface Request {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cleanEnv: boolean;
  readonly command?: string;
  readonly named?: RunName;
  /** A notebook's file, absolute. */
  readonly notebook?: string;
}

export function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        cwd: { type: 'string' },
        'clean-env': { type: 'boolean' },
        env: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        task: { type: 'string' },
        launch: { type: 'string' },
        notebook: { type: 'string' },
        batch: { type: 'boolean' },
        sarif: { type: 'boolean' },
        'fail-on': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UserError(redact((error as Error).message));
  }
}

export type GivenValues = ReturnType<typeof readArguments>['values'];

export function readRequest(values: GivenValues, rest: readonly string[]): Request {
  if (rest.length > 1) throw new UserError('COMMAND is one string: put it in quotes.');
  return { ...readPlace(values), ...readWhat(values, rest[0]) };
}

/** Where the question is asked, and with which variables. */
export function readPlace(values: GivenValues): Omit<Request, 'command' | 'named' | 'notebook'> {
  return {
    cwd: absolutePath(values.cwd ?? '.'),
    env: readVariables(values.env ?? []),
    cleanEnv: values['clean-env'] ?? false,
  };
}

/** What is asked about: a command, a task, a launch configuration, a notebook, or whatever is started in the folder. */
function readWhat(
  { task, launch, notebook, cwd }: GivenValues,
  command: string | undefined,
): Pick<Request, 'command' | 'named' | 'notebook'> {
  const asked = [task, launch, notebook, command].filter((item) => item !== undefined);
  if (asked.length > 1)
    throw new UserError('Only one of COMMAND, --task, --launch and --notebook is answered.');
  if (notebook !== undefined) return { notebook: absolutePath(cwd ?? '.', notebook) };
  if (task !== undefined) return { named: { kind: 'task', name: task } };
  if (launch !== undefined) return { named: { kind: 'launch', name: launch } };
  return command === undefined ? {} : { command };
}

function readVariables(assignments: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    assignments.map((assignment) => {
      const equals = assignment.indexOf('=');
      if (equals < 1) throw new UserError('--env takes NAME=VALUE.');
      return [assignment.slice(0, equals), assignment.slice(equals + 1)];
    }),
  );
}

/** A line of `--batch`: `{"cwd","env":{},"cleanEnv","command"}`, each of which may be left out. */
export function readBatchLine(line: string): Request {
  const { cwd = '.', env = {}, cleanEnv = false, command } = parseJson(line);
  if (typeof cwd !== 'string') throw new UserError('cwd is not a string.');
  if (typeof cleanEnv !== 'boolean') throw new UserError('cleanEnv is not a boolean.');
  if (!isVariables(env)) throw new UserError('env is not an object of strings.');
  if (command !== undefined && typeof command !== 'string')
    throw new UserError('command is not a string.');
  const given = command === undefined ? {} : { command };
  return { cwd: absolutePath(cwd), env, cleanEnv, ...given };
}

function parseJson(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    throw new UserError('The line is not JSON.');
  }
  throw new UserError('The line is not a JSON object.');
}

function isVariables(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((item) => typeof item === 'string')
  );
}
