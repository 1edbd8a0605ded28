import type { Decision } from '../../core/decisions/decide';
import type { Origin } from '../../core/environment/setting';
import { operationWords } from '../../core/operations/verbs';
import { printable, shorten } from '../../core/printable';
import { worstStage, type Stage } from '../../core/stages/stage';
import { stageWord } from '../../core/stages/stageWord';
import { redact } from '../../core/targets/redact';
import { redactCommand } from '../../core/targets/redactCommand';
import { fullTargetName } from '../../core/targets/targetWords';
import type { ExplainedRun } from '../explain';
import type { CommandExplanation } from '../explainCommand';
import { originWords, type Place, type Sentence } from '../explanation';
import type { Fix } from '../fix';
import { decidingTarget } from '../resolution';
import { nameToType } from './nameToType';

/** One line of what a person is told: `target   the PostgreSQL database scores on …`. */
export interface Fact {
  readonly label: 'command' | 'target' | 'because' | 'effect' | 'missing';
  readonly sentence: Sentence;
}

/** What a person must know of a command that is not simply let through. All text is printable, no value is in it. */
export interface StopNotice {
  readonly decision: Exclude<Decision, 'allow'>;
  readonly stage: Stage;
  /** `this runs against PRODUCTION`. */
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly fix: Fix | undefined;
  /** What must be typed to run it all the same. */
  readonly name: string;
}

const mostRuns = 3;
const mostEffects = 4;
const longestCommand = 100;

/** `undefined` where the command is let through. */
export function stopNotice(explanation: CommandExplanation): StopNotice | undefined {
  const { decision, fix } = explanation;
  if (decision === 'allow') return undefined;
  const runs = explanation.runs.filter((run) => run.decision !== 'allow');
  const stage = worstStage(runs.flatMap(stagesOf)) ?? 'unknown';
  const told = runs.slice(0, mostRuns).flatMap(factsOf);
  const more = runs.length - mostRuns;
  const rest: Fact = { label: 'command', sentence: [`and ${more} more of the kind`] };
  return {
    decision,
    stage,
    title: titleOf(stage),
    facts: more > 0 ? [...told, rest] : told,
    fix,
    name: nameToType(runs),
  };
}

function titleOf(stage: Stage): string {
  return stage === 'unknown'
    ? 'this destroys data, and nothing says that it is not production'
    : `this runs against ${stageWord(stage)}`;
}

/** The stages that made the decision: of what is hit, and of where the run's own code goes. */
function stagesOf({ operations, resolution, isDevelopmentMissing }: ExplainedRun): Stage[] {
  const own = isDevelopmentMissing ? decidingTarget(resolution)?.stage : undefined;
  return [...operations.flatMap(({ stage }) => stage ?? []), ...(own ? [own] : [])];
}

function factsOf(run: ExplainedRun): Fact[] {
  return [
    { label: 'command', sentence: commandSentence(run) },
    ...targetFacts(run),
    ...run.operations.slice(0, mostEffects).map(effectOf),
    ...moreEffects(run.operations.length - mostEffects),
    ...(run.isDevelopmentMissing ? run.resolution.missing.map(missingFact) : []),
  ];
}

function commandSentence({ run }: ExplainedRun): Sentence {
  const text = redactCommand(run.words.map(({ raw }) => raw));
  const { file, line } = run.origin;
  const place = file === undefined ? [] : [' (', { file, ...(line ? { line } : {}) }, ')'];
  return [shorten(printable(text), longestCommand), ...place];
}

/** The database that the run would reach; for resources, what is known of where they are. */
function targetFacts({ operations, resolution, isDevelopmentMissing }: ExplainedRun): Fact[] {
  const isElsewhere = operations.some(({ operation }) => operation.place) && !isDevelopmentMissing;
  const resource = operations.find(({ operation }) => operation.place);
  if (isElsewhere && resource) {
    const provider = resource.operation.place?.provider ?? '';
    return [
      { label: 'target', sentence: [printable(provider)] },
      ...because(resource.verdict?.reasons[0]?.text),
    ];
  }
  const deciding = decidingTarget(resolution);
  if (!deciding) return [];
  const { target, reasons } = deciding;
  const sentence = [`${fullTargetName(target)}, by `, ...originWords(target.origin)];
  return [{ label: 'target', sentence }, ...because(reasons[0]?.text)];
}

function because(text: string | undefined): Fact[] {
  return text === undefined ? [] : [{ label: 'because', sentence: [printable(text)] }];
}

function effectOf({ operation }: ExplainedRun['operations'][number]): Fact {
  const at = placeOf(operation.origin);
  const from = placeOf(operation.calledFrom);
  const way = at && from ? [' (', from, ' → ', at, ')'] : at ? [' (', at, ')'] : [];
  return { label: 'effect', sentence: [printable(redact(operationWords(operation))), ...way] };
}

function placeOf(origin: Origin | undefined): Place | undefined {
  if (origin?.file === undefined) return undefined;
  return { file: origin.file, ...(origin.line ? { line: origin.line } : {}) };
}

function moreEffects(count: number): Fact[] {
  return count > 0 ? [{ label: 'effect', sentence: [`and ${count} more`] }] : [];
}

function missingFact({
  name,
  because: text,
  origin,
}: ExplainedRun['resolution']['missing'][number]): Fact {
  const { file, line } = origin;
  const place = file === undefined ? [] : [{ file, ...(line ? { line } : {}) }, ' '];
  return {
    label: 'missing',
    sentence: [`${printable(name)} is not set for development: `, ...place, printable(text)],
  };
}
