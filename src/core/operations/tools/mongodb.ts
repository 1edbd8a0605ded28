import { mongoToolShape } from '../../targets/tools/mongoTools';
import { mongoshShape } from '../../targets/tools/mongosh';
import { hasOption, type Command } from '../command';
import type { Payload } from '../payload';
import { namedPlace } from '../places/namedPlace';
import type { Tool } from '../tool';

/** What mongosh executes: every `--eval` and `--file`, and the scripts among its words; else its input. */
function payloadsOfShell(command: Command): readonly Payload[] {
  if (hasOption(command, 'version', 'buildInfo')) return [];
  const options = command.options.flatMap(({ name, value }): Payload[] => {
    if (value === undefined) return [];
    if (name === 'eval') return [{ language: 'mongosh', kind: 'text', text: value }];
    return name === 'file' ? [scriptAt(value)] : [];
  });
  const scripts = command.words.filter((word) => /\.(js|mongodb)$/.test(word)).map(scriptAt);
  const given = [...options, ...scripts];
  const isAsked = given.length > 0 && !hasOption(command, 'shell');
  return isAsked ? given : [...given, { language: 'mongosh', kind: 'input' }];
}

function scriptAt(path: string): Payload {
  return { language: 'mongosh', kind: 'file', path };
}

export const mongodbTools: readonly Tool[] = [
  {
    names: ['mongosh', 'mongo', 'mongos'],
    shape: mongoshShape,
    rules: [],
    payloads: payloadsOfShell,
  },
  {
    names: ['mongorestore'],
    shape: mongoToolShape,
    rules: [
      {
        id: 'mongorestore-drop',
        match: '--drop',
        kind: 'overwrite',
        subject: 'the collections of the dump {--db} {--collection}',
        takesAll: true,
      },
      {
        id: 'mongorestore',
        match: '!--drop',
        kind: 'insert',
        reach: 'some',
        subject: 'the documents of the dump {--db} {--collection}',
      },
    ],
    idle: ['--dryRun', '--version'],
  },
  {
    names: ['mongoimport'],
    shape: mongoToolShape,
    rules: [
      {
        id: 'mongoimport-drop',
        match: '--drop',
        kind: 'overwrite',
        subject: 'the collection {--collection}',
      },
      {
        id: 'mongoimport-delete',
        match: '--mode=delete',
        kind: 'delete',
        reach: 'some',
        subject: 'documents of {--collection}',
      },
      {
        id: 'mongoimport-upsert',
        match: ['--mode=upsert|merge', '--upsert', '--upsertFields'],
        kind: 'update',
        reach: 'some',
        subject: 'documents of {--collection}',
      },
      {
        id: 'mongoimport',
        match: '!--drop',
        unless: '--mode=delete',
        kind: 'insert',
        reach: 'some',
        subject: 'documents of {--collection}',
      },
    ],
    idle: ['--version'],
  },
  {
    names: ['mongofiles'],
    shape: mongoToolShape,
    rules: [
      {
        id: 'mongofiles-delete',
        match: 'delete|delete_id',
        kind: 'delete',
        reach: 'some',
        subject: 'the stored file {*}',
      },
      {
        id: 'mongofiles-put',
        match: 'put|put_id',
        kind: 'insert',
        reach: 'some',
        subject: 'the stored file {*}',
      },
    ],
    harmless: ['list|search|get|get_id|get_regex'],
  },
  {
    names: ['mongodump', 'mongoexport', 'mongostat', 'mongotop', 'bsondump'],
    rules: [],
    harmless: [''],
  },
  {
    names: ['atlas'],
    rules: [
      {
        id: 'atlas-delete-cluster',
        match: 'clusters|cluster|deployments|deployment|serverless|flexClusters delete|rm',
        kind: 'drop',
        subject: 'the cluster {*}',
        takesAll: true,
      },
      {
        id: 'atlas-delete-project',
        match: 'projects|project|organizations|organization|orgs delete|rm',
        kind: 'drop',
        subject: 'the project {*}',
        takesAll: true,
      },
      {
        id: 'atlas-pause-cluster',
        match: 'clusters|cluster|deployments|deployment pause',
        kind: 'terminate',
        subject: 'the cluster {*}',
      },
      {
        id: 'atlas-restore',
        match: 'backups|backup restores|restore start',
        kind: 'overwrite',
        subject: 'the cluster {--targetClusterName|--clusterName}',
        takesAll: true,
      },
      {
        id: 'atlas-delete-backup',
        match: 'backups|backup snapshots|snapshot|schedule delete|rm',
        kind: 'delete',
        subject: 'the backup {*}',
      },
    ],
    place: namedPlace('MongoDB Atlas', {
      'the project': '--projectId $MONGODB_ATLAS_PROJECT_ID',
      'the profile': '--profile -P $MONGODB_ATLAS_PROFILE',
    }),
  },
];
