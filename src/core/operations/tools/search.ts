import { shapeOf } from '../../targets/tools/toolOptions';
import { namedPlace } from '../places/namedPlace';
import { placeOfSearch } from '../places/searchServer';
import type { CommandRule, Tool } from '../tool';

/** Elasticsearch, OpenSearch and Meilisearch by their ports and paths, and Algolia by its hosts. */
const servers = [
  ...[':9200', ':9243', ':7700', '.es.amazonaws.com', '.aoss.amazonaws.com', '.algolia.net'],
  ...['.elastic-cloud.com', '.found.io', '.meilisearch.io', '.bonsaisearch.net'],
].map((host) => `*${host}/*`);

const named = ['*/_all', '*/_data_stream/*', '*/_snapshot/*', '*/indexes/*/documents*'];

/** The method as each program has it: in an option, or as a word. */
function requests(method: string, paths: readonly string[]): readonly string[] {
  const address = paths.join('|');
  return [`... ${address} --request=${method}`, `${method} ${address}`];
}

const rules: readonly CommandRule[] = [
  {
    id: 'search-delete',
    match: requests('DELETE', [...servers, ...named]),
    kind: 'drop',
    subject: '{last}',
  },
  {
    id: 'search-delete-by-query',
    match: requests('POST', ['*/_delete_by_query*', '*/documents/delete*', '*/indexes/*/clear']),
    kind: 'delete',
    reach: 'some',
    subject: 'documents by {last}',
  },
];

const algoliaRules: readonly CommandRule[] = [
  {
    id: 'algolia-delete',
    match: ['indices|index delete|clear', 'objects delete|delete-by'],
    kind: 'drop',
    subject: 'the index {*}',
  },
  {
    id: 'algolia-delete-settings',
    match: 'rules|synonyms delete',
    kind: 'delete',
    reach: 'some',
    subject: 'the rules of the index {*}',
  },
];

const curlShape = shapeOf(
  'X,request d,data data-raw data-binary data-urlencode json H,header u,user o,output A,user-agent b,cookie c,cookie-jar e,referer F,form m,max-time T,upload-file w,write-out x,proxy cacert cert E key connect-timeout retry aws-sigv4 K,config r,range',
);

export const searchTools: readonly Tool[] = [
  { names: ['curl'], shape: curlShape, rules, place: placeOfSearch },
  {
    names: ['http', 'https', 'xh', 'xhs'],
    shape: shapeOf('a,auth A,auth-type o,output p,print session verify timeout'),
    rules,
    idle: ['--offline'],
    place: placeOfSearch,
  },
  {
    names: ['algolia'],
    shape: { flags: ['y', 'confirm'] },
    rules: algoliaRules,
    place: namedPlace('Algolia', {
      'the profile': '--profile -p',
      'the application': '--application-id',
    }),
  },
];
