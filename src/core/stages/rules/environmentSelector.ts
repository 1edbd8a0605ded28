import type { Environment } from '../../environment/environment';
import type { Reason, Stage } from '../stage';
import { nameOf } from '../names';
import type { StageRule } from '../stageRule';
import { findEnvironmentWord } from '../words';

/** Variables by which frameworks and teams choose a section of their configuration. */
const selectors = [
  'NODE_ENV',
  'RAILS_ENV',
  'RACK_ENV',
  'APP_ENV',
  'FLASK_ENV',
  'DJANGO_ENV',
  'DJANGO_SETTINGS_MODULE',
  'DJANGO_CONFIGURATION',
  'SPRING_PROFILES_ACTIVE',
  'ASPNETCORE_ENVIRONMENT',
  'DOTNET_ENVIRONMENT',
  'MIX_ENV',
  'GO_ENV',
  'PYTHON_ENV',
  'HANAMI_ENV',
  'VERCEL_ENV',
  'DEPLOY_ENV',
  'ENVIRONMENT',
  'ENV',
  'STAGE',
];

interface Selection {
  readonly stage: Stage;
  readonly reason: Omit<Reason, 'rule'>;
}

/** A selector says which section of a configuration is read, not where that leads: it can only ask for more care. */
export const environmentSelector: StageRule = {
  id: 'environment-selector',
  assess({ target, place, environment }) {
    if (place.kind === 'container' || place.kind === 'containerHost') return undefined;
    const selections = selectors.flatMap((name) => selectionOf(name, nameOf(target), environment));
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
