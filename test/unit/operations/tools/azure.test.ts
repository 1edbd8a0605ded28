import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const effects: readonly Effect[] = [
  ['az sql db delete -n games -s scores -g rg --yes', 'drop all!: the database games of scores'],
  ['az postgres flexible-server delete --name scores', 'drop all!: the database scores'],
  [
    'az cosmosdb sql container delete -a scores -n games',
    'drop all!: the database games of scores',
  ],
  ['az postgres flexible-server stop -n scores', 'terminate one: the database scores'],
  ['az vm deallocate --yes -n vm-1 -g rg', 'terminate some: the machine vm-1'],
  ['az disk delete -n d', 'drop all: the disk d'],
  ['az group delete -n rg', 'drop all!: everything in rg'],
  ['az aks delete -n c', 'terminate all!: the cluster c'],
  ['az storage account delete -n scores', 'drop all!: the storage scores'],
  ['az storage blob delete -c games -n a', 'delete some: a of games'],
  ['az keyvault delete -n v', 'delete all: the key v and what is encrypted with it'],
  [
    'azcopy remove --recursive https://scores.blob.core.windows.net/games?sv=1&sig=s3cret',
    'delete some: https://scores.blob.core.windows.net/games',
  ],
  [
    'azcopy sync ./a https://b.blob.core.windows.net/c --delete-destination=true',
    'delete some: whatever https://b.blob.core.windows.net/c has that the source has not',
  ],
];

const others: readonly string[] = [
  'az sql db show -n games',
  'az sql db list --query delete',
  'az vm start -n vm-1',
  'az group show -n rg',
  'az deployment group create -g rg --template-file a.bicep',
  'az storage blob delete-batch -s games --dryrun',
  'az webapp delete -n web',
  'az acr delete -n images',
  'azcopy copy ./a https://b.blob.core.windows.net/c',
  'azcopy sync https://b.blob.core.windows.net/c ./a --delete-destination=true',
];

describe('what commands of Azure do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
