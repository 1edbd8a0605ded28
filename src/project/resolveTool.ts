import { resolve as absolutePath } from 'node:path';
import { Environment, overridden } from '../core/environment/environment';
import type { Origin } from '../core/environment/setting';
import type { ClientContext, Parsed } from '../core/targets/grammar';
import { moveConnection } from '../core/targets/libpq/moveConnection';
import type { ConnectionParts, Target } from '../core/targets/target';
import { assessTargets } from './assessTargets';
import { readClientFiles } from './clientFiles';
import type { Resolution } from './resolution';
import type { Reader, ResolveRequest } from './request';
import { programOf, type Run } from './runs/run';
import type { ToolReader } from './tools';

/** The database of a program that decides by its own words, with the variables and files around it. */
export async function resolveTool(
  { files, listeners }: Reader,
  { cwd, home, labels, process }: ResolveRequest,
  run: Run,
  read: ToolReader,
): Promise<Resolution | undefined> {
  const environment = new Environment([process]);
  const readFile = await readClientFiles(files, environment, home);
  const find = (name: string) => environment.find(name);
  const context = { find, readFile, home, cwd: absolutePath(cwd) };
  const first = readParts(run, read, context);
  if (!first) return undefined;
  const { moves = [] } = run;
  const parts = moves.reduce((before, to) => moveConnection(before, to, context), first);
  const origin = originOf(parts, run);
  const found = environment.find(origin.name);
  const target: Target = {
    ...parts,
    origin,
    overrides: found?.setting.origin === origin ? overridden(found) : [],
    doubts: environment.problems(),
    standby: false,
  };
  const targets = await assessTargets([target], { labels, environment, listeners });
  return { targets, missing: [], problems: [], remarks: environment.remarks(), readBy: [] };
}

/** A word that only the running shell knows decides nothing where any word in its place leads to the same database. */
function readParts(
  { words }: Run,
  read: ToolReader,
  context: ClientContext,
): ConnectionParts | undefined {
  const isKnown = words.every(({ text }) => text !== undefined);
  const fillers = isKnown ? [''] : ['one-word', 'another-word'];
  const [first, second = first] = fillers.map((filler) => {
    const parsed = read(
      words.map(({ text }) => text ?? filler),
      context,
    );
    return parsed && partsOf(parsed);
  });
  if (!first || JSON.stringify(first) === JSON.stringify(second)) return first;
  const unresolved = 'A word of the command is only known to the running shell';
  return { system: first.system, endpoints: [], unresolved };
}

function partsOf(parsed: Parsed): ConnectionParts {
  if (parsed.kind === 'connection') return parsed.connection;
  return { system: parsed.system, endpoints: [], unresolved: parsed.reason };
}

/** The command line itself, unless none of its words names the place: then the variable that does. */
function originOf({ endpoints, also = [] }: ConnectionParts, run: Run): Origin {
  if (run.moves) return { ...run.origin, name: '\\c' };
  const place = placeOf(endpoints[0]);
  const isWritten = run.words.some(({ text }) => place !== '' && text?.includes(place));
  const [first] = also;
  return !isWritten && first ? first : { ...run.origin, name: programOf(run) ?? run.origin.name };
}

function placeOf(endpoint: ConnectionParts['endpoints'][number] | undefined): string {
  if (endpoint === undefined) return '';
  if ('host' in endpoint) return endpoint.host;
  return 'path' in endpoint ? endpoint.path : '';
}
