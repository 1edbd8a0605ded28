import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const effects: readonly Effect[] = [
  ['vault secrets disable kv/', 'drop all!: every secret under kv/'],
  ['vault kv destroy -versions=1 secret/db', 'delete one: the secret secret/db'],
  ['vault delete database/config/scores', 'delete one: the secret database/config/scores'],
  ['etcdctl del --prefix /', 'delete some: the keys /'],
  ['etcdctl del a', 'delete one: the key a'],
  ['consul kv delete -recurse a', 'delete some: the keys a'],
  ['nomad job stop -purge db', 'terminate some: the job db'],
  ['curl -X DELETE http://localhost:9200/games', 'drop all: http://localhost:9200/games'],
  [
    'curl -XDELETE -u mia:s3cret https://es.example.com:9200/_all',
    'drop all: https://es.example.com:9200/_all',
  ],
  [
    'curl -X DELETE https://mia:s3cret@es.example.com:9200/games',
    'drop all: https://mia:***@es.example.com:9200/games',
  ],
  [
    'curl --request POST http://db:9200/games/_delete_by_query?conflicts=proceed -d {}',
    'delete some: documents by http://db:9200/games/_delete_by_query',
  ],
  ['http DELETE :9200/games', 'drop all: :9200/games'],
  ['algolia indices clear games', 'drop all: the index games'],
  ['kafka-topics --bootstrap-server b:9092 --delete --topic games', 'drop all: the topic games'],
  ['rpk topic delete games', 'drop all: the topic games'],
  ['nats stream purge GAMES', 'delete all: the stream GAMES'],
];

const others: readonly string[] = [
  'vault kv get secret/db',
  'vault kv put secret/db delete=1',
  'vault secrets list',
  'vault token revoke abc',
  'etcdctl get --prefix /',
  'consul kv get a',
  'nomad job status db',
  'curl http://localhost:9200/games/_search',
  'curl -X POST http://localhost:9200/games/_search -d DELETE',
  'curl -X DELETE https://api.example.com/users/1',
  'curl -X DELETE http://localhost:3000/indexes/1',
  'http GET :9200/games',
  'algolia indices list',
  'kafka-topics --bootstrap-server b:9092 --describe --topic games',
  'nats stream ls',
];

describe('what commands of stores that are no SQL databases do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
