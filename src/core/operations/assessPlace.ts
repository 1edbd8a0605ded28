import { capitalize } from '../capitalize';
import { worstStage, type Reason, type Verdict } from '../stages/stage';
import { findEnvironmentWord } from '../stages/words';
import { destroys, type Operation } from './operation';
import type { PlaceName, ResourcePlace } from './resourcePlace';

/** The machine on which commands run. */
export interface Machine {
  readonly name: string;
  /** True where it is not the one that the person sits at. */
  readonly isRemote: boolean;
}

/**
 * Says which stage a resource has, and why. Of several names, the one that needs most care counts. Where none tells, a cloud
 * is production for what destroys, and unknown for what only changes something.
 */
export function assessPlace(
  place: ResourcePlace,
  operation: Pick<Operation, 'kind' | 'reach'>,
  machine: Machine,
): Verdict {
  switch (place.kind) {
    case 'local':
      return verdict('development', capitalize(`${place.provider} runs on this machine.`));
    case 'machine':
      return assessMachine(machine);
    case 'cloud':
      return (
        byNames(place.names) ??
        verdict(
          destroys(operation) ? 'production' : 'unknown',
          `No name of ${place.provider} says that this is not production.`,
        )
      );
  }
}

function assessMachine({ name, isRemote }: Machine): Verdict {
  const word = findEnvironmentWord(name);
  if (word) return verdict(word.stage, `The name of the machine, ${name}, says “${word.word}”.`);
  return isRemote
    ? verdict('unknown', `It is on another machine (${name}), which may be anything.`)
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
      text: capitalize(`${what} ${name} says “${word}”.`),
      ...(origin ? { origin } : {}),
    }));
  return { stage, reasons };
}

function verdict(stage: Verdict['stage'], text: string): Verdict {
  return { stage, reasons: [{ rule: 'resource-place', text }] };
}
