import { Environment } from '../core/environment/environment';
import { flatten } from '../core/environment/flatten';
import { Setting } from '../core/environment/setting';
import { grammars } from '../core/targets/grammars';
import { orderGrammars } from './clients';
import { findUnset, withStated } from './developmentVariables';
import { followProgram } from './evaluation/program';
import { findLoader } from './loaders';
import { readPackages, type Packages } from './packages';
import type { Basis, Resolution } from './resolution';
import type { Reader, ResolveRequest } from './request';
import { resolveConfig } from './resolveConfig';
import { resolveFolder, type FolderRequest } from './resolveFolder';
import { resolveTool } from './resolveTool';
import { argvOf, programOf, type Run } from './runs/run';
import { surroundingsOf } from './runs/surroundings';
import { findTool, isInert } from './tools';
import { loaderMode } from './tools/loaderModes';
import { configCommand } from './tools/configCommands';
import { readOwnSettings } from './tools/ownSettings';
import { findEntry, type ProgramStart } from './tools/programStart';
import { startOf } from './tools/startOf';
import { namedRailsDatabase } from './tools/railsDatabase';
import { resolveAway, withoutLocalFiles } from './unknownPlace';

const nothing: Resolution = { targets: [], missing: [], problems: [], readBy: [] };

/** The databases that one program would reach: by its own rules where it is known, else by those of its folder. */
export async function resolveRun(
  outside: Reader,
  request: ResolveRequest,
  run: Run,
): Promise<Resolution> {
  const program = programOf(run) ?? '';
  if (isInert(program)) return nothing;
  const { reader, cwd, process, away } = await surroundingsOf(outside, request, run);
  const inside = { ...request, cwd, process };
  const tool = findTool(program);
  const found = tool && {
    ...((await resolveTool(reader, inside, run, tool)) ?? nothing),
    basis: 'command' as const,
  };
  if (away !== undefined)
    return found ? withoutLocalFiles(found, away) : resolveAway(away, run.origin);
  return found ?? resolveProject(reader, withOwnSettings(inside, run), run);
}

/** What the program's own words say in place of variables. */
function withOwnSettings(request: ResolveRequest, run: Run): ResolveRequest {
  const { process } = request;
  const environment = new Environment([process]);
  const own = readOwnSettings(argvOf(run), (name) => environment.get(name)).map(
    ([name, value]) => new Setting(name, value, { ...run.origin, name }),
  );
  if (own.length === 0) return request;
  return { ...request, process: { ...process, settings: [...process.settings, ...own] } };
}

async function resolveProject(
  reader: Reader,
  request: ResolveRequest,
  run: Run,
): Promise<Resolution> {
  const argv = argvOf(run);
  const config = configCommand(argv);
  const configured = config && (await resolveConfig(reader, request, run, config));
  if (configured) return { ...configured, basis: 'command' };
  const start = startOf(argv);
  if (start) return resolveStart(reader, request, start);
  const mode = loaderMode(argv);
  const railsDatabase = namedRailsDatabase(argv);
  return guess(reader, { ...request, railsDatabase, ...(mode ? { mode } : {}) }, 'folder');
}

/** What other programs of the folder would reach. */
async function guess(reader: Reader, request: FolderRequest, basis: Basis): Promise<Resolution> {
  // What a team has stated holds for all of the project's own code, and so has to be looked up.
  const isNeeded = basis === 'program' && request.developmentVariables.length > 0;
  return request.skipsFolder && !isNeeded
    ? { ...nothing, basis }
    : { ...(await resolveFolder(reader, request)), basis };
}

/** The code that is started, after the env files that the command itself loads. */
async function resolveStart(
  reader: Reader,
  outer: ResolveRequest,
  start: ProgramStart,
): Promise<Resolution> {
  const { files } = reader;
  const packages = await readPackages(files, outer.cwd, outer.root);
  const request = await withLoaded(reader, outer, start, packages);
  const environment = new Environment([request.process]);
  const variable = (name: string): string | undefined => environment.get(name);
  const entry = await findEntry(files, await start.entries({ files, ...request, variable }));
  if (!entry) return guess(reader, request, 'folder');
  const ordered = orderGrammars(grammars, packages);
  const stated = request.developmentVariables;
  const answer = await followProgram({
    ...reader,
    ...request,
    ...entry,
    packages,
    grammars: ordered,
  });
  if (!answer || answer.targets.length === 0) return guess(reader, request, 'program');
  const { targets } = answer;
  const problems = answer.environment.problems();
  const remarks = answer.environment.remarks();
  const missing = withStated(answer.missing, stated, findUnset(stated, [answer.environment]));
  return { ...nothing, targets, missing, problems, remarks, basis: 'code' };
}

async function withLoaded(
  { files }: Reader,
  request: ResolveRequest,
  { loader: id, envFiles = [] }: ProgramStart,
  packages: Packages,
): Promise<ResolveRequest> {
  const loader = id === undefined ? undefined : findLoader(id);
  const detection = loader?.detect?.(packages);
  if (!loader || !detection) return request;
  const named = envFiles.length > 0 ? { paths: envFiles } : {};
  const options = { ...detection.options, ...named };
  return { ...request, process: flatten(await loader.load({ ...request, files, options })) };
}
