import { worstDecision } from '../core/decisions/decide';
import { explainRuns, type Explanation, type ExplainRequest } from './explain';
import type { CommandExplanation } from './explainCommand';
import { assignmentOf, fixOf, type Fix } from './fix';
import type { Reader } from './request';
import { withoutNeedless } from './resolution';
import type { NamedRun, NamedStart } from './runs/namedRun';
import { readStart } from './runs/readStart';
import { unite } from './unite';

/** Explains a task or a launch configuration: every program that it starts. Nothing of it is executed. */
export async function explainNamed(
  reader: Reader,
  request: ExplainRequest,
  run: NamedRun,
): Promise<CommandExplanation> {
  const explanation = await explainStarts(reader, request, run);
  const fix = await findFix(reader, request, run, explanation);
  return { ...explanation, command: run.name, fix };
}

/** Sets what is missing for all that it starts, and tells only what has then proven to be let through. */
async function findFix(
  reader: Reader,
  request: ExplainRequest,
  run: NamedRun,
  { runs }: Explanation,
): Promise<Fix | undefined> {
  const missing = runs.filter((explained) => explained.isDevelopmentMissing);
  const assignments = missing.flatMap(({ resolution }) => resolution.missing.flatMap(assignmentOf));
  if (assignments.length === 0) return undefined;
  const variables = assignments.map(({ name, value }) => ({ name, value, origin: run.origin }));
  const starts = run.starts.map((start) => ({
    ...start,
    variables: [...start.variables, ...variables],
  }));
  const { decision } = await explainStarts(reader, request, { ...run, starts });
  return decision === 'allow' ? fixOf(run.name, assignments) : undefined;
}

async function explainStarts(
  reader: Reader,
  request: ExplainRequest,
  { starts }: NamedRun,
): Promise<Explanation> {
  const explained = await Promise.all(starts.map((start) => explainStart(reader, request, start)));
  return {
    decision: worstDecision(explained.map(({ decision }) => decision)),
    runs: explained.flatMap(({ runs }) => runs),
    resolution: withoutNeedless(unite(explained.map(({ resolution }) => resolution))),
  };
}

/** Of a start that is not known before it happens nothing can be said but where it may go. */
async function explainStart(
  reader: Reader,
  request: ExplainRequest,
  start: NamedStart,
): Promise<Explanation> {
  const found = await readStart(reader, request, start);
  return found.kind === 'runs'
    ? explainRuns(reader, found.request, found.runs)
    : { decision: 'allow', runs: [], resolution: found.resolution };
}
