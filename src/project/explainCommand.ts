import { insertAssignments } from '../shells/insertAssignments';
import { explainRuns, type Explanation, type ExplainRequest } from './explain';
import { assignmentOf, fixOf, type Fix } from './fix';
import type { Reader } from './request';
import { readRuns } from './runs/readRuns';

/** An explanation of a command line, with the line that would be safe in its place. */
export interface CommandExplanation extends Explanation {
  readonly command: string;
  /** `undefined` where setting variables does not make it safe. */
  readonly fix: Fix | undefined;
}

/** Explains a line as typed at a prompt. Nothing of it is executed. */
export async function explainCommand(
  reader: Reader,
  request: ExplainRequest & { readonly command: string },
): Promise<CommandExplanation> {
  const explanation = await explainLine(reader, request, request.command);
  const fix = await findFix(reader, request, explanation);
  return { ...explanation, command: request.command, fix };
}

async function explainLine(
  reader: Reader,
  request: ExplainRequest,
  command: string,
): Promise<Explanation> {
  const { settings } = request.process;
  return explainRuns(reader, request, await readRuns({ ...reader, ...request, command, settings }));
}

/** Sets what is missing in front of each program that misses it, and tells only what has then proven to be let through. */
async function findFix(
  reader: Reader,
  request: ExplainRequest & { readonly command: string },
  { decision, runs }: Explanation,
): Promise<Fix | undefined> {
  if (decision === 'allow' || decision === 'warn') return undefined;
  const insertions = runs.flatMap(({ run, resolution, isDevelopmentMissing }) => {
    const assignments = resolution.missing.flatMap(assignmentOf);
    return isDevelopmentMissing && assignments.length > 0 ? [{ at: run.at, assignments }] : [];
  });
  if (insertions.length === 0) return undefined;
  const command = insertAssignments(request.command, insertions);
  const { decision: fixed } = await explainLine(reader, request, command);
  const assignments = insertions.flatMap((insertion) => insertion.assignments);
  return fixed === 'allow' ? fixOf(command, assignments) : undefined;
}
