import type { Origin } from '../environment/setting';
import { worstStage, type Reason, type Verdict } from '../stages/stage';
import { findEnvironmentWord } from '../stages/words';

/** One name by which people tell environments apart: a profile, a project, a context, the resource itself. */
export interface PlaceName {
  /** `the profile`, `the context`, `the instance`. */
  readonly what: string;
  readonly name: string;
  readonly origin?: Origin;
}

/** Where a resource is that holds data without being a database connection: a cloud account, a cluster, an engine. */
export interface ResourcePlace {
  /** `AWS`, `Kubernetes`, `Docker`. */
  readonly provider: string;
  readonly names: readonly PlaceName[];
  /**
   * What it is where no name tells: `cloud` counts as production, `machine` is as this machine is, `local` is a stand-in
   * on this machine (an emulator, a cluster of kind or minikube).
   */
  readonly kind: 'cloud' | 'machine' | 'local';
}

/** The machine on which commands run. */
export interface Machine {
  readonly name: string;
  /** True where the person works on it from another one. */
  readonly isRemote: boolean;
}

/** Says which stage a resource has, and why. Of several names, the one that needs most care counts. */
export function assessPlace(place: ResourcePlace, machine: Machine): Verdict {
  if (place.kind === 'local')
    return verdict('development', `${place.provider} runs on this machine.`);
  const named = byNames(place.names);
  if (named) return named;
  if (place.kind === 'cloud')
    return verdict('production', `No name of ${place.provider} says that this is not production.`);
  return assessMachine(machine);
}

function assessMachine({ name, isRemote }: Machine): Verdict {
  const word = findEnvironmentWord(name);
  if (word) return verdict(word.stage, `The name of this machine, ${name}, says “${word.word}”.`);
  return isRemote
    ? verdict('unknown', `You work on ${name} from elsewhere: it may be anything.`)
    : verdict('development', 'It is on this machine.');
}

function byNames(names: readonly PlaceName[]): Verdict | undefined {
  const telling = names.flatMap((part) => {
    const found = findEnvironmentWord(part.name);
    return found ? [{ ...part, ...found }] : [];
  });
  const stage = worstStage(telling.map((part) => part.stage));
  if (!stage) return undefined;
  const reasons = telling
    .filter((part) => part.stage === stage)
    .map(({ what, name, word, origin }): Reason => ({
      rule: 'resource-name',
      text: `${what.charAt(0).toUpperCase()}${what.slice(1)} ${name} says “${word}”.`,
      ...(origin ? { origin } : {}),
    }));
  return { stage, reasons };
}

function verdict(stage: Verdict['stage'], text: string): Verdict {
  return { stage, reasons: [{ rule: 'resource-place', text }] };
}
