import { worstDecision } from '../core/decisions/decide';
import { explainRuns, type Explanation, type ExplainRequest } from './explain';
import type { Reader } from './request';
import { withoutNeedless } from './resolution';
import type { NamedRun, NamedStart } from './runs/namedRun';
import { readStart } from './runs/readStart';
import { unite } from './unite';

/** Explains a task or a launch configuration: every program that it starts. Nothing of it is executed. */
export async function explainNamed(
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
