import type { Environment } from '../../environment/environment';
import type { Reason, Stage } from '../stage';
import { selectorVariables } from '../frameworkVariables';
import { nameOf } from '../names';
import type { StageRule } from '../stageRule';
import { findEnvironmentWord } from '../words';

interface Selection {
  readonly stage: Stage;
  readonly reason: Omit<Reason, 'rule'>;
}

/** A selector says which section of a configuration is read, not where that leads: it can only ask for more care. */
export const environmentSelector: StageRule = {
  id: 'environment-selector',
  assess({ target, place, environment, packages, reads }) {
    if (place.kind === 'container' || place.kind === 'containerHost') return undefined;
    const selections = selectorVariables(packages, reads).flatMap((name) =>
      selectionOf(name, nameOf(target), environment),
    );
    const chosen =
      selections.find(({ stage }) => stage === 'production') ??
      selections.find(({ stage }) => stage === 'staging');
    return chosen && { stage: chosen.stage, reasons: [chosen.reason] };
  },
};

function selectionOf(name: string, host: string, environment: Environment): Selection[] {
  const setting = environment.find(name)?.setting;
  const word = setting && findEnvironmentWord(setting.value);
  if (!word) return [];
  const text = `${host} is not this machine, and ${name} says “${word.word}”.`;
  return [{ stage: word.stage, reason: { text, origin: setting.origin } }];
}
