import { optionValue, variableOf, type Command } from '../command';
import type { PlaceName, ResourcePlace } from '../resourcePlace';
import { placeInAws } from './aws';
import { namesFrom } from './namedPlace';
import { pathFrom } from '../../targets/pathFrom';
import { tellingFolder } from './tellingFolder';

const sources = {
  'the variables file': '--var-file',
  'the environment': '$TF_VAR_environment $TF_VAR_env $TF_VAR_stage',
  'the profile': '$AWS_PROFILE',
  'the project': '$GOOGLE_PROJECT $GOOGLE_CLOUD_PROJECT',
};

/** The workspace, the files of variables and the folder: people keep their environments apart by any of them. */
export function placeInTerraform(command: Command): ResourcePlace {
  const cloud = placeInAws(command);
  if (cloud.kind === 'local') return cloud;
  const folder = pathFrom(command.context.cwd, optionValue(command, 'chdir', 'working-dir') ?? '.');
  const names = [
    ...workspaceOf(command, folder),
    ...namesFrom(sources, command),
    ...tellingFolder(folder),
  ];
  return { provider: 'Terraform', kind: 'cloud', names };
}

function workspaceOf(command: Command, folder: string): readonly PlaceName[] {
  const file = `${pathFrom(folder, variableOf(command, 'TF_DATA_DIR') ?? '.terraform')}/environment`;
  const chosen = variableOf(command, 'TF_WORKSPACE');
  const name = chosen ?? command.context.readFile(file)?.trim();
  return name && name !== 'default' ? [{ what: 'the workspace', name }] : [];
}
