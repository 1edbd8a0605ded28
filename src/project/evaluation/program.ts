import type { Environment, Layer } from '../../core/environment/environment';
import { Setting } from '../../core/environment/setting';
import type { Step } from '../../core/environment/step';
import type { Label } from '../../core/stages/labels';
import type { Grammar } from '../../core/targets/grammar';
import type { Target } from '../../core/targets/target';
import { assessTargets } from '../assessTargets';
import { readClientFiles } from '../clientFiles';
import type { Listeners } from '../listeners/listeners';
import type { AssessedTarget, Missing } from '../resolution';
import { findClientCalls, targetsOfCall } from './clientCall';
import { evaluate } from './evaluate';
import type { Evaluation, EvaluationRequest } from './evaluation';
import { programKindOf } from './programKinds';

type ChosenStep = Extract<Step, { kind: 'chosen' }>;

export interface ProgramRequest extends EvaluationRequest {
  readonly labels: readonly Label[];
  readonly grammars: readonly Grammar[];
  readonly listeners: Listeners;
}

/** What following one program's code tells of its databases. */
export interface ProgramAnswer {
  readonly targets: readonly AssessedTarget[];
  readonly missing: readonly Missing[];
  /** Variables that the code asked for. */
  readonly reads: ReadonlySet<string>;
  readonly environment: Environment;
}

/** The values of one variable that are tried to find out which lead to development. */
const mostCandidates = 12;

export async function followProgram(request: ProgramRequest): Promise<ProgramAnswer | undefined> {
  const kind = programKindOf(request.entry);
  const evaluation = kind && (await evaluate(kind.language, request));
  if (!evaluation) return undefined;
  const targets = await targetsOf(evaluation, request);
  const missing = await findMissing(targets, evaluation, request);
  const { reads, environment } = evaluation;
  return { targets, missing, reads, environment };
}

async function targetsOf(
  evaluation: Evaluation,
  request: ProgramRequest,
): Promise<AssessedTarget[]> {
  const { files, home, cwd, grammars, labels, listeners } = request;
  const { environment } = evaluation;
  const readFile = await readClientFiles(files, environment, home);
  const context = { environment, grammars, client: { readFile, home, cwd } };
  const calls = findClientCalls(programKindOf(request.entry)?.clients ?? [], evaluation.made);
  const targets = calls.flatMap(({ call, made }) => targetsOfCall(call, made, context));
  return assessTargets(targets, { labels, environment, listeners });
}

/** The variables that would have sent a dangerous target's call to development, with the values that do. */
async function findMissing(
  targets: readonly AssessedTarget[],
  { compared }: Evaluation,
  request: ProgramRequest,
): Promise<Missing[]> {
  const missing = new Map<string, Missing>();
  for (const { target, stage } of targets) {
    if (stage !== 'production' && stage !== 'unknown') continue;
    for (const step of target.trail ?? []) {
      if (step.kind !== 'chosen') continue;
      for (const name of step.by.filter((variable) => !missing.has(variable))) {
        const candidates = [...(compared.get(name) ?? [])].slice(0, mostCandidates);
        const expected = await valuesForDevelopment(name, candidates, target, request);
        if (expected.length > 0)
          missing.set(name, {
            name,
            expected,
            because: reasonOf(name, step, target),
            origin: step.origin,
          });
      }
    }
  }
  return [...missing.values()];
}

async function valuesForDevelopment(
  name: string,
  candidates: readonly string[],
  { call }: Target,
  request: ProgramRequest,
): Promise<string[]> {
  const answers = await Promise.all(
    candidates.map(async (value) => {
      const setting = new Setting(name, value, { kind: 'shell', name });
      const process: Layer = { settings: [...request.process.settings, setting] };
      const kind = programKindOf(request.entry);
      const evaluation = kind && (await evaluate(kind.language, { ...request, process }));
      const targets = evaluation ? await targetsOf(evaluation, { ...request, process }) : [];
      const same = targets.filter(
        ({ target }) => target.call?.file === call?.file && target.call?.line === call?.line,
      );
      const isSafe =
        same.length > 0 && same.every(({ stage }) => stage === 'development' || stage === 'test');
      return isSafe ? [value] : [];
    }),
  );
  return answers.flat();
}

function reasonOf(name: string, step: ChosenStep, { trail = [] }: Target): string {
  const read = trail.find((candidate) => candidate.kind === 'read' && candidate.name === name);
  const isSet = read?.kind === 'read' && read.isSet;
  const choice = step.choice ?? 'this database';
  return isSet ? `takes ${choice} for the value of ${name}` : `falls back to ${choice}`;
}
