import type { Reader, ResolveRequest } from './request';
import { withoutNeedless, type Resolution } from './resolution';
import { resolveFolder } from './resolveFolder';
import { resolveRun } from './resolveRun';
import { readRuns } from './runs/readRuns';
import { unite } from './unite';

/** Answers which databases a run would reach, and why. Nothing of the project is executed. */
export async function resolve(reader: Reader, request: ResolveRequest): Promise<Resolution> {
  const { command, process } = request;
  if (command === undefined) return withoutNeedless(await resolveFolder(reader, request));
  const runs = await readRuns({ ...reader, ...request, command, settings: process.settings });
  const answers = await Promise.all(runs.map((run) => resolveRun(reader, request, run)));
  return withoutNeedless(unite(answers));
}
