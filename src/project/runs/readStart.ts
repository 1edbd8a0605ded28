import { resolve as absolutePath } from 'node:path';
import { Environment, type Layer } from '../../core/environment/environment';
import { flatten } from '../../core/environment/flatten';
import { Setting, type Problem } from '../../core/environment/setting';
import { loadEnvFiles } from '../loaders/envFiles';
import type { Reader, ResolveRequest } from '../request';
import type { Resolution } from '../resolution';
import { unknownPlace } from '../unknownPlace';
import type { NamedCommand, NamedStart, NamedVariable } from './namedRun';
import { readRuns, unwrapRun } from './readRuns';
import { fillIn, type ReferenceContext } from './references';
import type { Run } from './run';
import { shellLine } from './shellLine';
import { readTerminalVariables } from './terminalVariables';

/** The programs that a task or launch configuration starts, with the folder and the variables they start in. */
export type StartedRuns<Request extends ResolveRequest> =
  | { readonly kind: 'runs'; readonly request: Request; readonly runs: readonly Run[] }
  | { readonly kind: 'unknown'; readonly resolution: Resolution };

export async function readStart<Request extends ResolveRequest>(
  reader: Reader,
  request: Request,
  start: NamedStart,
): Promise<StartedRuns<Request>> {
  const { command, origin } = start;
  const unknown = (reason: string) =>
    ({ kind: 'unknown', resolution: unknownPlace(reason, origin) }) as const;
  if (command.kind === 'unknown') return unknown(command.reason);
  const references = referencesOf(request);
  const process = await processOf(reader, request, start, references);
  const folder = fillIn(start.cwd ?? '.', references);
  if (!folder.isKnown) return unknown('Its working folder is only known when it starts.');
  const cwd = absolutePath(request.root, folder.text);
  const own = { ...request, cwd, process };
  const runs = await runsOf(reader, own, start, references);
  return { kind: 'runs', request: own, runs: runs.map((run) => withDoubt(run, process)) };
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
  const nothing = { envFiles: [], input: undefined, from: [], at: 0 };
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
