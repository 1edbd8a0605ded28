import type { Reader, ResolveRequest } from './request';
import { stageOf, type Resolution } from './resolution';
import { resolveFolder } from './resolveFolder';
import { resolveRun } from './resolveRun';
import { readRuns } from './runs/readRuns';
import { unite } from './unite';

/** Answers which databases a run would reach, and why. Nothing of the project is executed. */
export async function resolve(reader: Reader, request: ResolveRequest): Promise<Resolution> {
  const resolution = await resolveAll(reader, request);
  const stage = stageOf(resolution);
  // Where the answer is a safe one, nothing was missing.
  return stage === 'development' || stage === 'test' ? { ...resolution, missing: [] } : resolution;
}

async function resolveAll(reader: Reader, request: ResolveRequest): Promise<Resolution> {
  const { command, process } = request;
  if (command === undefined) return resolveFolder(reader, request);
  const runs = await readRuns({ ...reader, ...request, command, settings: process.settings });
  return unite(await Promise.all(runs.map((run) => resolveRun(reader, request, run))));
}
