import { optionValue, type Command } from '../command';
import type { ResourcePlace } from '../resourcePlace';
import { namesFrom } from './namedPlace';
import { pathFrom } from '../../targets/pathFrom';
import { tellingFolder } from './tellingFolder';

const sources = {
  'the stack': '--stack $PULUMI_STACK',
  'the profile': '$AWS_PROFILE',
  'the project': '$GOOGLE_PROJECT $GOOGLE_CLOUD_PROJECT',
};

/** The stack where the command names it, and the folder. */
export function placeInPulumi(command: Command): ResourcePlace {
  const folder = pathFrom(command.context.cwd, optionValue(command, 'cwd') ?? '.');
  const names = [...namesFrom(sources, command), ...tellingFolder(folder)];
  return { provider: 'Pulumi', kind: 'cloud', names };
}
