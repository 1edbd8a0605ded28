import { resolve as absolutePath } from 'node:path';
import { Environment, type Layer } from '../core/environment/environment';
import { Setting, type Problem } from '../core/environment/setting';
import { flatten } from '../core/environment/flatten';
import { loadEnvFiles } from './loaders/envFiles';
import type { Reader, ResolveRequest } from './request';
import { withoutNeedless, type Resolution } from './resolution';
import { resolveRun } from './resolveRun';
import { unknownPlace } from './unknownPlace';
import type { NamedCommand, NamedRun, NamedStart, NamedVariable } from './runs/namedRun';
import { readRuns, unwrapRun } from './runs/readRuns';
import { fillIn, type ReferenceContext } from './runs/references';
import type { Run } from './runs/run';
import { shellLine } from './runs/shellLine';
import { readTerminalVariables } from './runs/terminalVariables';
import { unite } from './unite';

/** Answers for a task or a launch configuration: every program that it starts. */
export async function resolveNamed(
  reader: Reader,
  request: ResolveRequest,
  { starts }: NamedRun,
): Promise<Resolution> {
  const answers = await Promise.all(starts.map((start) => resolveStart(reader, request, start)));
  return withoutNeedless(unite(answers));
}

async function resolveStart(
  reader: Reader,
  request: ResolveRequest,
  start: NamedStart,
): Promise<Resolution> {
  const { command, origin } = start;
  if (command.kind === 'unknown') return unknownPlace(command.reason, origin);
  const references = referencesOf(request);
  const process = await processOf(reader, request, start, references);
  const folder = fillIn(start.cwd ?? '.', references);
  if (!folder.isKnown)
    return unknownPlace('Its working folder is only known when it starts.', origin);
  const cwd = absolutePath(request.root, folder.text);
  const own = { ...request, cwd, process };
  const runs = await runsOf(reader, own, start, references);
  return unite(
    await Promise.all(runs.map((run) => resolveRun(reader, own, withDoubt(run, process)))),
  );
}

/** What is not known of the variables stays so behind wrappers. */
function withDoubt(run: Run, { problem }: Layer): Run {
  return problem ? { ...run, process: { ...run.process, problem } } : run;
}

function referencesOf({ root, home, process }: ResolveRequest): ReferenceContext {
  const environment = new Environment([process]);
  return { root, home, variable: (name) => environment.get(name) };
}

function runsOf(
  reader: Reader,
  request: ResolveRequest,
  { command, origin }: NamedStart,
  references: ReferenceContext,
): Promise<readonly Run[]> {
  const { cwd, process } = request;
  const asked = { ...reader, ...request, settings: process.settings, origin, command: '' };
  if (command.kind === 'line' && !command.shell)
    return readRuns({ ...asked, command: shellLine(command.parts, references) });
  const words = wordsOf(command, references);
  const nothing = { envFiles: [], input: undefined, from: [] };
  return unwrapRun(asked, { words, cwd, process, origin, ...nothing });
}

function wordsOf(command: NamedCommand, references: ReferenceContext): Run['words'] {
  const texts =
    command.kind === 'process'
      ? command.words
      : command.kind === 'line'
        ? [...(command.shell ?? []), shellLine(command.parts, references)]
        : [];
  return texts.map((raw) => {
    const { text, isKnown } = fillIn(raw, references);
    return { raw, text: isKnown ? text : undefined };
  });
}

/** The variables as VS Code layers them: the window's, the terminal's, the env file's, those of the run itself. */
async function processOf(
  { files }: Reader,
  request: ResolveRequest,
  { variables, envFile, isInTerminal }: NamedStart,
  references: ReferenceContext,
): Promise<Layer> {
  const terminal = isInTerminal ? await readTerminalVariables(files, request.root) : [];
  const window = withVariables(request.process, terminal, references);
  if (!envFile) return withVariables(window, variables, references);
  const { dialect } = envFile;
  const paths = [fillIn(envFile.path, references).text];
  const place = { ...request, files, cwd: request.root, process: window, options: {} };
  const loaded = await loadEnvFiles(place, { dialect, paths, process: 'weakest' });
  return withVariables(flatten(loaded), variables, references);
}

function withVariables(
  process: Layer,
  variables: readonly NamedVariable[],
  references: ReferenceContext,
): Layer {
  const settings = new Map(process.settings.map((setting) => [setting.name, setting]));
  let { problem } = process;
  for (const { name, value, origin } of variables) {
    const filled = value === null ? undefined : fillIn(value, references);
    settings.delete(name);
    if (filled?.isKnown) settings.set(name, new Setting(name, filled.text, origin));
    else if (filled) problem ??= unknownValue(origin);
  }
  return { settings: [...settings.values()], ...(problem ? { problem } : {}) };
}

function unknownValue({ name, file = '', line }: NamedVariable['origin']): Problem {
  return { file, ...(line ? { line } : {}), message: `gives ${name} a value when it starts` };
}
