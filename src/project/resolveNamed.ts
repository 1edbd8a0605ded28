import type { Reader, ResolveRequest } from './request';
import { withoutNeedless, type Resolution } from './resolution';
import { resolveRun } from './resolveRun';
import type { NamedRun, NamedStart } from './runs/namedRun';
import { readStart } from './runs/readStart';
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
  const found = await readStart(reader, request, start);
  if (found.kind === 'unknown') return found.resolution;
  const { request: own, runs } = found;
  return unite(await Promise.all(runs.map((run) => resolveRun(reader, own, run))));
}
