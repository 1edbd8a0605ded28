import {
  decide,
  type Policy,
  worstDecision,
  type Decision,
  type StagedOperation,
} from '../core/decisions/decide';
import { assessPlace, type Machine } from '../core/operations/assessPlace';
import type { Operation } from '../core/operations/operation';
import type { Verdict } from '../core/stages/stage';
import { byConnection, type ConnectedRun } from './operations/byConnection';
import { followPlace } from './operations/followPlace';
import { machineOf } from './operations/machineOf';
import { readProgram } from './operations/readProgram';
import { readOperations } from './operations/readOperations';
import type { Reader, ResolveRequest } from './request';
import { decidingTarget, stageOf, withoutNeedless, type Resolution } from './resolution';
import { resolveRun } from './resolveRun';
import type { Run } from './runs/run';
import { unite } from './unite';

export interface ExplainRequest extends ResolveRequest {
  readonly machine: Machine;
  readonly policy: Policy;
  /** Leaves out what does not bear on the decision, for the sake of time. */
  readonly isForDecision?: boolean;
}

/** An operation with where it would hit. */
export interface AssessedOperation extends StagedOperation {
  /** Why the stage is what it is. `undefined` where nothing is known of where it would hit. */
  readonly verdict: Verdict | undefined;
}

export interface ExplainedRun {
  readonly run: Run;
  readonly resolution: Resolution;
  readonly operations: readonly AssessedOperation[];
  /** Without a variable that is not set, this run's own code goes to production. */
  readonly isDevelopmentMissing: boolean;
  readonly decision: Decision;
}

/** What a command would do, to which databases, and what is to be done about it. */
export interface Explanation {
  readonly decision: Decision;
  /** In the order of the command. */
  readonly runs: readonly ExplainedRun[];
  readonly resolution: Resolution;
}

export async function explainRuns(
  reader: Reader,
  request: ExplainRequest,
  runs: readonly Run[],
): Promise<Explanation> {
  const found = await Promise.all(runs.map((run) => explainRun(reader, request, run)));
  const explained = found.flat();
  return {
    decision: worstDecision(explained.map(({ decision }) => decision)),
    runs: explained,
    resolution: withoutNeedless(unite(explained.map(({ resolution }) => resolution))),
  };
}

async function explainRun(
  reader: Reader,
  request: ExplainRequest,
  run: Run,
): Promise<readonly ExplainedRun[]> {
  const { operations, isHarmless } = await readOperations(reader, request, run);
  const connected = byConnection(run, operations);
  return Promise.all(connected.map((one) => explainConnected(reader, request, one, isHarmless)));
}

async function explainConnected(
  reader: Reader,
  request: ExplainRequest,
  { run, operations: found }: ConnectedRun,
  isHarmless: boolean,
): Promise<ExplainedRun> {
  const skipsFolder = request.isForDecision && found.every(({ place }) => place);
  const resolution = await resolveRun(reader, { ...request, skipsFolder }, run);
  const machine = await machineOf(run, { ...request, files: reader.files });
  const program = mayMatter(request, resolution) ? await readProgram(reader, request, run) : [];
  const own = run.elsewhere ? found : await followPlaces(found, reader);
  const followed = [...own, ...program];
  const operations = followed.map((operation) => assessOperation(operation, resolution, machine));
  const isDevelopmentMissing = !isHarmless && lacksDevelopment(resolution);
  const { policy } = request;
  const decision = decide({ operations, isDevelopmentMissing, policy });
  return { run, resolution, operations, isDevelopmentMissing, decision };
}

/** To development, a program may do what it wants. */
function mayMatter({ isForDecision }: ExplainRequest, resolution: Resolution): boolean {
  const stage = stageOf(resolution);
  return stage !== undefined && !(isForDecision && (stage === 'development' || stage === 'test'));
}

function followPlaces(
  operations: readonly Operation[],
  { listeners }: Reader,
): Promise<readonly Operation[]> {
  return Promise.all(
    operations.map(async ({ place, ...operation }) =>
      place ? { ...operation, place: await followPlace(place, listeners) } : operation,
    ),
  );
}

function assessOperation(
  operation: Operation,
  resolution: Resolution,
  machine: Machine,
): AssessedOperation {
  const { place } = operation;
  const verdict = place ? assessPlace(place, operation, machine) : decidingTarget(resolution);
  return { operation, verdict, stage: verdict?.stage };
}

/**
 * Whether a variable that is not set sends the run's own code to production. What other programs of the folder need says
 * nothing of `pip` or a linter; what a team has stated holds for all of the project's own code.
 */
function lacksDevelopment(resolution: Resolution): boolean {
  if (stageOf(resolution) !== 'production') return false;
  switch (resolution.basis) {
    case 'code':
    case 'command':
      return resolution.missing.length > 0;
    case 'program':
      return resolution.missing.some(({ origin }) => origin.kind === 'settings');
    case 'folder':
    case undefined:
      return false;
  }
}
