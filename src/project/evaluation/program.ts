import { assessTargets } from '../assessTargets';
import { readClientFiles } from '../clientFiles';
import { answer, type Attempt, type ProgramAnswer } from './answer';
import { findClientCalls, targetsOfCall } from './clientTargets';
import { evaluate } from './evaluate';
import type { Evaluation, EvaluationRequest } from './evaluation';
import { readPrismaClient } from './configFiles/prisma';
import { programKindOf } from './programKinds';
import type { TargetFacts } from './targetFacts';

export type { ProgramAnswer } from './answer';

export interface ProgramRequest extends EvaluationRequest, TargetFacts {}

/** What following a program once tells, with all that its code did. */
export interface FollowedProgram extends Attempt {
  readonly evaluation: Evaluation;
}

export function followProgram(request: ProgramRequest): Promise<ProgramAnswer | undefined> {
  return answer(request, attemptProgram);
}

/** Follows it once, without asking what would keep it in development. */
export async function attemptProgram(
  request: ProgramRequest,
): Promise<FollowedProgram | undefined> {
  const kind = programKindOf(request.entry);
  const evaluation = kind && (await evaluate(kind.language, request));
  if (!evaluation) return undefined;
  const { files, home, cwd, grammars } = request;
  const { environment, compared, reads } = evaluation;
  const readFile = await readClientFiles(files, environment, home);
  const context = { environment, grammars, client: { readFile, home, cwd } };
  const calls = findClientCalls(kind.clients, evaluation.made);
  const found = [
    ...calls.flatMap(({ call, made }) => targetsOfCall(call, made, context)),
    ...(await readPrismaClient(request, evaluation)),
  ];
  const targets = await assessTargets(found, { ...request, environment, reads });
  return { targets, compared, reads, environment, evaluation };
}
