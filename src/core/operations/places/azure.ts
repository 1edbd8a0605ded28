import { variableOf, type Command } from '../command';
import type { PlaceName, ResourcePlace } from '../resourcePlace';
import { namesFrom } from './namedPlace';

const sources = {
  'the subscription': '--subscription $AZURE_SUBSCRIPTION_ID',
  'the resource group': '--resource-group -g $AZURE_DEFAULTS_GROUP',
  'the storage account': '--account-name $AZURE_STORAGE_ACCOUNT',
};

/** The subscription, by the command or by the one that is in use, and the groups that resources are put into. */
export function placeInAzure(command: Command): ResourcePlace {
  const names = namesFrom(sources, command);
  const isNamed = names.some(({ what }) => what === 'the subscription');
  const chosen = isNamed ? [] : subscriptionInUse(command);
  return { provider: 'Azure', kind: 'cloud', names: [...names, ...chosen] };
}

function subscriptionInUse(command: Command): readonly PlaceName[] {
  const { home, readFile } = command.context;
  const folder = variableOf(command, 'AZURE_CONFIG_DIR') ?? `${home}/.azure`;
  const file = `${folder}/azureProfile.json`;
  const name = defaultIn(readFile(file) ?? '');
  const origin = { kind: 'file', name: 'name', file } as const;
  return name === undefined ? [] : [{ what: 'the subscription', name, origin }];
}

interface Profile {
  readonly subscriptions?: readonly { readonly name?: unknown; readonly isDefault?: unknown }[];
}

/** The file starts with a mark of its encoding. */
function defaultIn(text: string): string | undefined {
  try {
    const { subscriptions = [] } = JSON.parse(text.replace(/^\uFEFF/, '')) as Profile;
    const name = subscriptions.find(({ isDefault }) => isDefault === true)?.name;
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}
