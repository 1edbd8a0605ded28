import { resolve as absolutePath } from 'node:path';
import { Environment, type Layer } from '../core/environment/environment';
import type { Origin } from '../core/environment/setting';
import type { ClientContext, Parsed } from '../core/targets/grammar';
import { grammars } from '../core/targets/grammars';
import type { ConnectionParts, Target } from '../core/targets/target';
import { assessTargets } from './assessTargets';
import { readClientFiles } from './clientFiles';
import { orderGrammars } from './clients';
import { followProgram } from './evaluation/program';
import { findLoader } from './loaders';
import { readPackages } from './packages';
import type { Resolution } from './resolution';
import type { Reader, ResolveRequest } from './request';
import { resolveFolder } from './resolveFolder';
import { argvOf, programOf, type Run } from './runs/run';
import { findTool, isInert } from './tools';
import { findPythonEntry } from './tools/python';

const nothing: Resolution = { targets: [], missing: [], problems: [], readBy: [] };

/** The databases that one program would reach: by its own rules where it is known, else by those of its folder. */
export async function resolveRun(
  reader: Reader,
  request: ResolveRequest,
  run: Run,
): Promise<Resolution> {
  const program = programOf(run) ?? '';
  if (isInert(program)) return nothing;
  const cwd = run.cwd ?? request.cwd;
  const process = await withEnvFiles(reader, request, run, cwd);
  const tool = findTool(program);
  if (tool) return resolveTool(reader, { ...request, cwd, process }, run, tool);
  const folder = { ...request, cwd, process };
  const entry = await findPythonEntry(reader.files, argvOf(run), cwd, request.root);
  return entry ? resolveEntry(reader, folder, entry) : resolveFolder(reader, folder);
}

/** The variables of the run with those of the env files that a wrapper loads for it. */
async function withEnvFiles(
  { files }: Reader,
  request: ResolveRequest,
  run: Run,
  cwd: string,
): Promise<Layer> {
  let process = run.process;
  const loads = [
    ...run.envFiles.map(({ path, loader, override }) => ({
      loader,
      options: { paths: [path], override },
    })),
    ...(run.loader ? [{ loader: run.loader, options: {} }] : []),
  ];
  for (const { loader, options } of loads) {
    const environment = await findLoader(loader)?.load({
      ...request,
      files,
      cwd,
      process,
      options,
    });
    if (environment) process = flatten(environment);
  }
  return process;
}

function flatten(environment: Environment): Layer {
  const settings = environment.names().flatMap((name) => environment.find(name)?.setting ?? []);
  const [problem] = environment.problems();
  return { settings, ...(problem ? { problem } : {}) };
}

async function resolveEntry(
  reader: Reader,
  request: ResolveRequest,
  entry: { readonly entry: string; readonly name: string },
): Promise<Resolution> {
  const packages = await readPackages(reader.files, request.cwd, request.root);
  const ordered = orderGrammars(grammars, packages);
  const answer = await followProgram({ ...reader, ...request, ...entry, grammars: ordered });
  if (!answer || answer.targets.length === 0) return resolveFolder(reader, request);
  return {
    ...nothing,
    targets: answer.targets,
    missing: answer.missing,
    problems: answer.environment.problems(),
  };
}

async function resolveTool(
  { files, listeners }: Reader,
  { cwd, home, labels, process }: ResolveRequest,
  run: Run,
  read: (argv: readonly string[], context: ClientContext) => Parsed | undefined,
): Promise<Resolution> {
  const environment = new Environment([process]);
  const readFile = await readClientFiles(files, environment, home);
  const find = (name: string) => environment.find(name);
  const isKnown = run.words.every(({ text }) => text !== undefined);
  const parsed = read(argvOf(run), { find, readFile, home, cwd: absolutePath(cwd) });
  if (!parsed) return nothing;
  const parts = partsOf(parsed, isKnown);
  const origin = originOf(parts, run);
  const found = environment.find(origin.name);
  const target: Target = {
    ...parts,
    origin,
    overrides: found?.setting.origin === origin ? found.overrides : [],
    doubts: environment.problems(),
    standby: false,
  };
  return { ...nothing, targets: await assessTargets([target], { labels, environment, listeners }) };
}

function partsOf(parsed: Parsed, isKnown: boolean): ConnectionParts {
  if (parsed.kind === 'invalid')
    return { system: parsed.system, endpoints: [], unresolved: parsed.reason };
  if (isKnown) return parsed.connection;
  const unresolved = 'A word of the command is only known to the running shell';
  return { ...parsed.connection, endpoints: [], unresolved };
}

/** The command line itself, unless none of its words names the place: then the variable that does. */
function originOf({ endpoints, also = [] }: ConnectionParts, run: Run): Origin {
  const [endpoint] = endpoints;
  const place =
    endpoint === undefined
      ? ''
      : 'host' in endpoint
        ? endpoint.host
        : 'path' in endpoint
          ? endpoint.path
          : '';
  const isWritten = run.words.some(({ text }) => place !== '' && text?.includes(place));
  const [first] = also;
  return !isWritten && first ? first : { ...run.origin, name: programOf(run) ?? run.origin.name };
}
