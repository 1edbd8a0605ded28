import { optionValue, variableOf, type Command } from '../command';
import type { PlaceName, ResourcePlace } from '../resourcePlace';
import { hostOfUrl, isLocalHost } from '../../stages/localHost';
import { namesFrom } from './namedPlace';

const sources = {
  'the project': '--project --project_id -p $CLOUDSDK_CORE_PROJECT $GOOGLE_CLOUD_PROJECT',
  'the configuration': '--configuration $CLOUDSDK_ACTIVE_CONFIG_NAME',
  'the account': '--account $CLOUDSDK_CORE_ACCOUNT',
};

/** The project, by the command, its variables or the configuration that is in use. */
export function placeInGoogleCloud(command: Command): ResourcePlace {
  const names = namesFrom(sources, command);
  const emulator = variableOf(command, 'STORAGE_EMULATOR_HOST');
  const host = emulator && hostOfUrl(emulator);
  if (host && isLocalHost(host))
    return { provider: 'the emulator of Google Cloud', kind: 'local', names: [] };
  const isNamed = names.some(({ what }) => what === 'the project');
  const configured = isNamed ? [] : configuredProject(command);
  return { provider: 'Google Cloud', kind: 'cloud', names: [...names, ...configured] };
}

function configuredProject(command: Command): readonly PlaceName[] {
  const { home, readFile } = command.context;
  const folder = variableOf(command, 'CLOUDSDK_CONFIG') ?? `${home}/.config/gcloud`;
  const chosen =
    optionValue(command, 'configuration') ?? variableOf(command, 'CLOUDSDK_ACTIVE_CONFIG_NAME');
  const configuration = chosen ?? readFile(`${folder}/active_config`)?.trim();
  if (!configuration) return [];
  const file = `${folder}/configurations/config_${configuration}`;
  const name = /^\s*project\s*=\s*(\S+)/m.exec(readFile(file) ?? '')?.[1];
  const named: PlaceName[] = chosen ? [] : [{ what: 'the configuration', name: configuration }];
  const origin = { kind: 'file', name: 'project', file } as const;
  return name ? [...named, { what: 'the project', name, origin }] : named;
}
