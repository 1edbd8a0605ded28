import type { Evaluation, EvaluationRequest, ProgramLanguage } from './evaluation';
import { Knowledge } from './knowledge';
import { ProgramHost } from './programHost';

/** Imports lead from file to file; each round reads what the one before asked for. */
const mostRounds = 24;

/** Follows a program from its entry file. Nothing is run, and no file outside of the workspace is read. */
export async function evaluate(
  language: ProgramLanguage,
  request: EvaluationRequest,
): Promise<Evaluation | undefined> {
  const known = new Knowledge(request, language);
  await known.readModule(request.entry);
  for (let round = 0; round < mostRounds; round++) {
    const source = known.modules.get(request.entry);
    if (!source) return undefined;
    const host = new ProgramHost(request, language, known);
    const followed = language.follow(host, source, request);
    if (!(await known.readWanted()) || round === mostRounds - 1)
      return { ...host.result(), ...followed };
  }
  return undefined;
}
