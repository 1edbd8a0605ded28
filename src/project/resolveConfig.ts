import { resolve } from 'node:path';
import { Environment } from '../core/environment/environment';
import { Setting } from '../core/environment/setting';
import { grammars } from '../core/targets/grammars';
import { findTargets } from '../core/targets/variableGroups';
import { assessTargets } from './assessTargets';
import { readClientFiles } from './clientFiles';
import { orderGrammars } from './clients';
import { findUnset, withStated } from './developmentVariables';
import { findConfigTool, followConfig } from './evaluation/configFiles';
import { readPackages } from './packages';
import type { Reader, ResolveRequest } from './request';
import type { Resolution } from './resolution';
import type { Run } from './runs/run';
import type { ConfigCommand } from './tools/configCommands';

/** What a tool's own file, or the command's connection string, leads to; `undefined` where there is neither. */
export async function resolveConfig(
  reader: Reader,
  outer: ResolveRequest,
  run: Run,
  { tool: id, url, grammar, folder = '.', ...named }: ConfigCommand,
): Promise<Resolution | undefined> {
  const request = { ...outer, cwd: resolve(outer.cwd, folder) };
  if (url !== undefined) return resolveUrl(reader, request, run, { url, grammar });
  const tool = findConfigTool(id);
  const packages = await readPackages(reader.files, request.cwd, request.root);
  const ordered = orderGrammars(grammars, packages);
  const facts = { ...reader, ...request, ...named, packages, grammars: ordered };
  const answer = tool && (await followConfig(tool, facts));
  if (!answer) return undefined;
  const stated = request.developmentVariables;
  return {
    targets: answer.targets,
    missing: withStated(answer.missing, stated, findUnset(stated, [answer.environment])),
    problems: answer.environment.problems(),
    remarks: answer.environment.remarks(),
    readBy: [],
  };
}

/** A connection string among the command's own words. */
async function resolveUrl(
  { files, listeners }: Reader,
  { cwd, home, labels, process }: ResolveRequest,
  run: Run,
  { url, grammar }: { readonly url: string; readonly grammar: string | undefined },
): Promise<Resolution> {
  const given = { settings: [new Setting('DATABASE_URL', url, run.origin)] };
  const environment = new Environment([given, process]);
  const readFile = await readClientFiles(files, environment, home);
  const own = grammars.filter(({ id }) => id === grammar);
  const [first] = findTargets(environment, { readFile, home, cwd }, [...own, ...grammars]);
  const targets = first ? await assessTargets([first], { labels, environment, listeners }) : [];
  return { targets, missing: [], problems: [], readBy: [] };
}
