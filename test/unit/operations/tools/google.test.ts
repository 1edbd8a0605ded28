import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const effects: readonly Effect[] = [
  ['gcloud sql instances delete scores --quiet', 'drop all!: the database scores'],
  ['gcloud beta sql databases delete games --instance=scores', 'drop all!: the database games'],
  ['gcloud --project prod spanner databases delete games', 'drop all!: the database games'],
  [
    'gcloud sql backups restore 12 --restore-instance=scores',
    'overwrite all: the database scores 12',
  ],
  ['gcloud compute instances stop vm-1 vm-2 --zone z', 'terminate some: the instance vm-1 vm-2'],
  ['gcloud compute disks delete d', 'drop all: the disk d'],
  ['gcloud compute snapshots delete s', 'delete all: the backup s'],
  ['gcloud container clusters delete c', 'terminate all!: the cluster c'],
  ['gcloud container clusters resize c --num-nodes 0', 'terminate some: nodes of c'],
  ['gcloud storage rm -r gs://scores', 'delete some: the objects gs://scores'],
  ['gcloud storage buckets delete gs://scores', 'drop all!: the bucket gs://scores'],
  ['gcloud projects delete scores', 'drop all!: the project scores'],
  [
    'gcloud kms keys versions destroy 1 --key k',
    'delete one: the key k and what is encrypted with it',
  ],
  ['gsutil -m rm -r gs://scores/a', 'delete some: the objects gs://scores/a'],
  ['gsutil -f rb gs://scores', 'drop all!: the bucket gs://scores'],
  [
    'gsutil -m rsync -r -d gs://a gs://b',
    'delete some: whatever gs://b has that the source has not',
  ],
  ['bq rm -r -f scores', 'drop all!: the dataset scores'],
  ['bq rm -f -t scores.games', 'drop all: scores.games'],
  ['bq load --replace scores.games a.csv', 'overwrite all: the table scores.games a.csv'],
];

const others: readonly string[] = [
  'gcloud sql instances describe scores',
  'gcloud sql instances patch scores --activation-policy=ALWAYS',
  'gcloud compute instances list --filter name:delete',
  'gcloud compute instances start vm-1',
  'gcloud container clusters resize c --num-nodes 5',
  'gcloud storage cp gs://scores/a .',
  'gcloud storage rsync a gs://b --delete-unmatched-destination-objects --dry-run',
  'gcloud sql instances delete scores --help',
  'gcloud run services delete web',
  'gcloud pubsub topics delete t',
  'gsutil ls gs://scores',
  'gsutil rsync -r a gs://b',
  'gsutil rsync -n -d a gs://b',
  'bq ls scores',
  'bq load scores.games a.csv',
];

describe('what commands of Google Cloud do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
