import type { Environment, Layer } from '../../core/environment/environment';
import { Setting } from '../../core/environment/setting';
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
}

type Follow<R> = (request: R) => Promise<Attempt | undefined>;

/** The values of one variable that are tried to find out which lead to development. */
const mostCandidates = 12;

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
        const candidates = [...(compared.get(name) ?? [])].slice(0, mostCandidates);
        const expected = await valuesForDevelopment(name, candidates, target, (setting) =>
          attempt({ ...request, process: withSetting(request.process, setting) }),
        );
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
  attempt: (setting: Setting) => Promise<Attempt | undefined>,
): Promise<string[]> {
  const answers = await Promise.all(
    candidates.map(async (value) => {
      const found = await attempt(new Setting(name, value, { kind: 'shell', name }));
      const same = (found?.targets ?? []).filter(
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

function withSetting(process: Layer, setting: Setting): Layer {
  return { ...process, settings: [...process.settings, setting] };
}
