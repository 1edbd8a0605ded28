import { homedir, hostname } from 'node:os';
import { Setting } from '../core/environment/setting';
import { UserError } from '../errors';
import { describeExplanation } from '../project/gate/describeExplanation';
import { describeResolution } from '../project/describe';
import { explainCommand, type CommandExplanation } from '../project/explainCommand';
import { explainNamed } from '../project/explainNamed';
import type { ExplainRequest } from '../project/explain';
import { reportExplanation, reportResolution } from '../project/report';
import type { Reader } from '../project/request';
import { resolve } from '../project/resolve';
import { resolveNamed } from '../project/resolveNamed';
import { resolveNotebook } from '../project/resolveNotebook';
import type { Resolution } from '../project/resolution';
import { findNamed, type RunName } from '../project/runs/findNamed';
import type { NamedRun } from '../project/runs/namedRun';
import { findWorkspaceRoot, readWorkspaceSettings } from '../project/workspaceSettings';
import { hookAnswer, readToolUse } from './answerHook';
import type { Request } from './readRequest';

/** The verbs of the command line. */
export const verbs = ['resolve', 'explain'] as const;
export type Verb = (typeof verbs)[number];

/** An answer in the two forms in which it can be printed. */
export interface Answer {
  /** Serialises to one JSON document. */
  readonly report: unknown;
  /** For people. Ends with a line break. */
  readonly text: string;
}

export async function answer(reader: Reader, verb: Verb, request: Request): Promise<Answer> {
  const full = await completeRequest(reader, request);
  const { cwd } = request;
  if (verb === 'resolve') {
    const resolution = await answerResolve(reader, full, request);
    return {
      report: reportResolution(resolution, cwd),
      text: describeResolution(resolution, cwd),
    };
  }
  if (request.notebook !== undefined) throw new UserError('explain takes no --notebook.');
  const explanation = await answerExplain(reader, full, request.named);
  return {
    report: reportExplanation(explanation, cwd),
    text: describeExplanation(explanation, cwd),
  };
}

/** What a coding agent's hook is to be told; `undefined` where the agent is left to its own rules. */
export async function answerToolUse(reader: Reader, text: string): Promise<unknown> {
  const use = readToolUse(text);
  if (!use) return undefined;
  const { command, cwd = process.cwd() } = use;
  const request = await completeRequest(reader, { cwd, command, env: {}, cleanEnv: false });
  return hookAnswer(await explainCommand(reader, { ...request, command }), cwd);
}

/** The request with what the machine and the workspace add to it. */
export async function completeRequest(
  { files }: Reader,
  { cwd, env, cleanEnv, command }: Request,
): Promise<ExplainRequest> {
  const variables = { ...(cleanEnv ? {} : process.env), ...env };
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value ?? '', { kind: 'shell', name }),
  );
  const root = await findWorkspaceRoot(files, cwd);
  return {
    ...(await readWorkspaceSettings(files, root)),
    cwd,
    root,
    process: { settings },
    home: homedir(),
    machine: { name: hostname(), isRemote: process.env['SSH_CONNECTION'] !== undefined },
    ...(command === undefined ? {} : { command }),
  };
}

async function answerResolve(
  reader: Reader,
  request: ExplainRequest,
  { named, notebook }: Pick<Request, 'named' | 'notebook'>,
): Promise<Resolution> {
  if (notebook !== undefined) return resolveNotebook(reader, request, notebook);
  if (!named) return resolve(reader, request);
  const { run, problems } = await findRun(reader, request, named);
  const resolution = await resolveNamed(reader, request, run);
  return { ...resolution, problems: [...problems, ...resolution.problems] };
}

async function answerExplain(
  reader: Reader,
  request: ExplainRequest,
  named: RunName | undefined,
): Promise<CommandExplanation> {
  if (named) {
    const { run } = await findRun(reader, request, named);
    return explainNamed(reader, request, run);
  }
  const { command } = request;
  if (command === undefined) throw new UserError('explain needs a COMMAND.');
  return explainCommand(reader, { ...request, command });
}

async function findRun(
  { files }: Reader,
  { root }: ExplainRequest,
  named: RunName,
): Promise<{ readonly run: NamedRun; readonly problems: Resolution['problems'] }> {
  const { run, problems } = await findNamed(files, root, named);
  const { kind, name } = named;
  if (run) return { run, problems };
  throw new UserError(
    `There is no ${kind === 'task' ? 'task' : 'launch configuration'} '${name}'.`,
  );
}
