import { shapeOf } from '../../targets/tools/toolOptions';
import { placeAtHost } from '../places/placeAtHost';
import type { CommandRule, Tool } from '../tool';

const topicRules: readonly CommandRule[] = [
  {
    id: 'kafka-delete-topic',
    match: '--delete --topic',
    kind: 'drop',
    subject: 'the topic {--topic}',
  },
];

const redpandaRules: readonly CommandRule[] = [
  {
    id: 'rpk-delete-topic',
    match: 'topic delete|trim-prefix',
    kind: 'drop',
    subject: 'the topic {*}',
  },
];

const recordRules: readonly CommandRule[] = [
  {
    id: 'kafka-delete-records',
    match: '--offset-json-file',
    kind: 'delete',
    reach: 'some',
    subject: 'the records that {--offset-json-file} names',
  },
];

const natsRules: readonly CommandRule[] = [
  {
    id: 'nats-delete-stream',
    match: 'stream|str|s delete|rm|del|purge',
    kind: 'delete',
    subject: 'the stream {*}',
  },
  {
    id: 'nats-delete-value',
    match: 'kv|object|obj|bucket purge|delete|rm|del',
    kind: 'delete',
    reach: 'some',
    subject: 'what the bucket {*} holds',
  },
];

const brokers = '--bootstrap-server --brokers $RPK_BROKERS';

function kafka(name: string, rules: readonly CommandRule[]): Tool {
  return {
    names: [name, `${name}.sh`],
    shape: shapeOf('bootstrap-server topic offset-json-file command-config'),
    rules,
    place: placeAtHost('Kafka', brokers),
  };
}

export const streamTools: readonly Tool[] = [
  kafka('kafka-topics', topicRules),
  kafka('kafka-delete-records', recordRules),
  {
    names: ['rpk'],
    shape: shapeOf('brokers profile config r,regex'),
    rules: redpandaRules,
    place: placeAtHost('Redpanda', brokers, { 'the profile': '--profile' }),
  },
  {
    names: ['nats'],
    shape: shapeOf('s,server context user password creds', 'f,force p,purge'),
    rules: natsRules,
    place: placeAtHost('NATS', '--server $NATS_URL', { 'the context': '--context $NATS_CONTEXT' }),
  },
];
