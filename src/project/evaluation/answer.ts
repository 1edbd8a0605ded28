import type { Environment, Layer } from '../../core/environment/environment';
import { Setting } from '../../core/environment/setting';
import { developmentValues, type InstalledPackages } from '../../core/stages/frameworkVariables';
import type { Step } from '../../core/environment/step';
import type { Target } from '../../core/targets/target';
import type { AssessedTarget, Missing } from '../resolution';

type ChosenStep = Extract<Step, { kind: 'chosen' }>;

/** What following code once tells of its databases. */
export interface Attempt {
  readonly targets: readonly AssessedTarget[];
  /** Texts that values depending on a variable were compared with. */
  readonly compared: ReadonlyMap<string, ReadonlySet<string>>;
  /** Variables that the code asked for. */
  readonly reads: ReadonlySet<string>;
  readonly environment: Environment;
}

export interface ProgramAnswer extends Omit<Attempt, 'compared'> {
  readonly missing: readonly Missing[];
}

interface AttemptRequest {
  readonly process: Layer;
  readonly packages?: InstalledPackages;
}

type Follow<R> = (request: R) => Promise<Attempt | undefined>;

/** The values of one variable that are tried to find out which lead to development. */
const mostCandidates = 12;
const usualWords = ['1', 'development', 'dev', 'local'];

/** What code reaches, and the variables that would have kept it in development: found out by following it with them. */
export async function answer<R extends AttemptRequest>(
  request: R,
  attempt: Follow<R>,
): Promise<ProgramAnswer | undefined> {
  const found = await attempt(request);
  if (!found) return undefined;
  const missing = await findMissing(found, request, attempt);
  const { targets, reads, environment } = found;
  return { targets, missing, reads, environment };
}

/** The variables that would have sent a dangerous target's call to development, with the values that do. */
async function findMissing<R extends AttemptRequest>(
  { targets, compared }: Attempt,
  request: R,
  attempt: Follow<R>,
): Promise<Missing[]> {
  const missing = new Map<string, Missing>();
  for (const { target, stage } of targets) {
    if (stage !== 'production' && stage !== 'unknown') continue;
    for (const step of target.trail ?? []) {
      if (step.kind !== 'chosen') continue;
      for (const name of step.by.filter((variable) => !missing.has(variable))) {
        const told = [...(compared.get(name) ?? [])].slice(0, mostCandidates);
        const known = developmentValues(name, request.packages);
        const expected = await valuesForDevelopment(name, [told, known], target, (setting) =>
          attempt({ ...request, process: withSetting(request.process, setting) }),
        );
        if (expected.length > 0)
          missing.set(name, {
            name,
            expected,
            ...decisionOf(name, step, target),
          });
      }
    }
  }
  return [...missing.values()];
}

/** The values of the first list that has any which helps; where there is none, the words that most projects use. */
async function valuesForDevelopment(
  name: string,
  lists: readonly (readonly string[])[],
  target: Target,
  attempt: (setting: Setting) => Promise<Attempt | undefined>,
): Promise<string[]> {
  for (const candidates of lists) {
    const found = await safeAmong(name, candidates, target, attempt);
    if (found.length > 0) return found;
  }
  const usual = await safeAmong(name, usualWords, target, attempt);
  // Where any value will do, none of the words means anything.
  return usual.includes('1') ? ['1'] : usual;
}

async function safeAmong(
  name: string,
  candidates: readonly string[],
  { call, alias }: Target,
  attempt: (setting: Setting) => Promise<Attempt | undefined>,
): Promise<string[]> {
  const answers = await Promise.all(
    candidates.map(async (value) => {
      const found = await attempt(new Setting(name, value, { kind: 'shell', name }));
      const same = (found?.targets ?? []).filter(
        ({ target }) =>
          target.call?.file === call?.file &&
          target.call?.line === call?.line &&
          target.alias === alias,
      );
      const isSafe =
        same.length > 0 && same.every(({ stage }) => stage === 'development' || stage === 'test');
      return isSafe ? [value] : [];
    }),
  );
  return answers.flat();
}

/** Where and how the code decides: with what it sets itself, with what it is given, or with what it takes without. */
function decisionOf(
  name: string,
  step: ChosenStep,
  { trail = [] }: Target,
): Pick<Missing, 'because' | 'origin'> {
  const read = trail.find((candidate) => candidate.kind === 'read' && candidate.name === name);
  const isSet = read?.kind === 'read' && read.isSet;
  const choice = step.choice ?? 'this database';
  if (isSet && read.origin.kind === 'code')
    return { because: `falls back to ${choice}`, origin: read.origin };
  const because = isSet ? `takes ${choice} for the value of ${name}` : `falls back to ${choice}`;
  return { because, origin: step.origin };
}

function withSetting(process: Layer, setting: Setting): Layer {
  return { ...process, settings: [...process.settings, setting] };
}
