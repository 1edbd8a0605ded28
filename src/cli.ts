#!/usr/bin/env node
import { homedir } from 'node:os';
import { join, resolve as absolutePath } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { Setting } from './core/environment/setting';
import { redact } from './core/targets/redact';
import { UserError } from './errors';
import { describeResolution } from './project/describe';
import { diskFiles } from './project/diskFiles';
import { SystemListeners } from './project/listeners/systemListeners';
import { ModuleCache } from './project/evaluation/moduleCache';
import { reportResolution, type ResolutionReport } from './project/report';
import type { Reader, ResolveRequest } from './project/request';
import { resolve } from './project/resolve';
import { resolveNamed } from './project/resolveNamed';
import type { Resolution } from './project/resolution';
import { findNamed, type RunName } from './project/runs/findNamed';
import { findWorkspaceRoot, readWorkspaceSettings } from './project/workspaceSettings';
import { SyntaxTrees } from './syntax/syntaxTrees';

const usage = `Usage:
  safety-catch resolve [--cwd DIR] [--clean-env] [--env NAME=VALUE]... [--json] [-- COMMAND]
  safety-catch resolve --task LABEL | --launch NAME
  safety-catch resolve --batch     one request per line: {"cwd","env":{},"cleanEnv":true,"command"}

Tells which databases COMMAND would reach if it were run in DIR, and why. COMMAND is one string, as typed at a prompt;
without it, the answer is for whatever is started in DIR. --task and --launch take a name from .vscode/tasks.json or
.vscode/launch.json. Nothing of the project is executed.
`;

/** Exit codes of the command line: stable, scripts depend on them. */
const exitCodes = { fine: 0, wrongUse: 2 } as const;

interface Request {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cleanEnv: boolean;
  readonly command?: string;
  readonly named?: RunName;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    process.stdout.write(usage);
    return exitCodes.fine;
  }
  const [verb, ...rest] = positionals;
  if (verb !== 'resolve')
    throw new UserError(verb ? `There is no command '${verb}'.` : 'No command was given.');
  if (rest.length > 1) throw new UserError('COMMAND is one string: put it in quotes.');
  if (values.batch) return answerBatch();
  // For one answer, optimised grammars come too late: V8 takes half a second over them, and Node would wait for it.
  setFlagsFromString('--liftoff-only');
  const request = {
    cwd: absolutePath(values.cwd ?? '.'),
    env: readVariables(values.env ?? []),
    cleanEnv: values['clean-env'] ?? false,
    ...readWhat(values, rest[0]),
  };
  const resolution = await answer(request);
  process.stdout.write(
    values.json
      ? `${JSON.stringify(reportResolution(resolution, request.cwd))}\n`
      : describeResolution(resolution, request.cwd),
  );
  return exitCodes.fine;
}

/** What is asked about: a command, a task, a launch configuration, or whatever is started in the folder. */
function readWhat(
  { task, launch }: { readonly task?: string; readonly launch?: string },
  command: string | undefined,
): Pick<Request, 'command' | 'named'> {
  const asked = [task, launch, command].filter((item) => item !== undefined);
  if (asked.length > 1)
    throw new UserError('Only one of COMMAND, --task and --launch is answered.');
  if (task !== undefined) return { named: { kind: 'task', name: task } };
  if (launch !== undefined) return { named: { kind: 'launch', name: launch } };
  return command === undefined ? {} : { command };
}

function readArguments(args: readonly string[]) {
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
        batch: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UserError(redact((error as Error).message));
  }
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

const trees = new SyntaxTrees((name) => join(__dirname, '..', 'media', 'grammars', name));
const reader: Reader = {
  files: diskFiles,
  trees,
  modules: new ModuleCache(trees),
  listeners: new SystemListeners(),
};

async function answer({ cwd, env, cleanEnv, command, named }: Request): Promise<Resolution> {
  const variables = { ...(cleanEnv ? {} : process.env), ...env };
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value ?? '', { kind: 'shell', name }),
  );
  const root = await findWorkspaceRoot(diskFiles, cwd);
  const request = {
    ...(await readWorkspaceSettings(diskFiles, root)),
    cwd,
    root,
    process: { settings },
    home: homedir(),
    ...(command === undefined ? {} : { command }),
  };
  return named ? answerNamed(request, named) : resolve(reader, request);
}

async function answerNamed(request: ResolveRequest, named: RunName): Promise<Resolution> {
  const { run, problems } = await findNamed(diskFiles, request.root, named);
  const { kind, name } = named;
  if (!run)
    throw new UserError(
      `There is no ${kind === 'task' ? 'task' : 'launch configuration'} '${name}'.`,
    );
  const resolution = await resolveNamed(reader, request, run);
  return { ...resolution, problems: [...problems, ...resolution.problems] };
}

async function answerBatch(): Promise<number> {
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${JSON.stringify(await answerLine(line))}\n`);
  return exitCodes.fine;
}

async function answerLine(line: string): Promise<ResolutionReport | { readonly error: string }> {
  try {
    const request = readRequest(line);
    return reportResolution(await answer(request), request.cwd);
  } catch (error) {
    return {
      error: error instanceof UserError ? error.message : 'This line could not be answered.',
    };
  }
}

function readRequest(line: string): Request {
  const request = parseJson(line);
  const { cwd = '.', env = {}, cleanEnv = false, command } = request;
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

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      error instanceof UserError ? `${error.message}\n\n${usage}` : `${redact(String(error))}\n`,
    );
    process.exitCode = exitCodes.wrongUse;
  },
);
