import { redisCliShape } from '../../targets/tools/redisCli';
import { hasOption, optionValue, type Command } from '../command';
import type { Payload } from '../payload';
import { redisLine } from '../redis/redisCommands';
import type { CommandRule, Tool } from '../tool';

const rules: readonly CommandRule[] = [
  {
    id: 'redis-cluster-remove',
    match: 'del-node|reset --cluster',
    kind: 'terminate',
    reach: 'one',
    subject: 'a node of the cluster',
  },
  {
    id: 'redis-cluster-import',
    match: 'import --cluster --cluster-replace',
    kind: 'overwrite',
    reach: 'some',
    subject: 'keys of the cluster',
  },
  {
    id: 'redis-cluster-change',
    match: 'create|fix|reshard|rebalance|add-node --cluster',
    kind: 'migrate',
    subject: 'the cluster',
  },
];

/** A script, the command that the words make up, or the lines of the input. */
function payloadsOf(command: Command): readonly Payload[] {
  const { words } = command;
  const script = optionValue(command, 'eval');
  if (script !== undefined) return [{ language: 'lua', kind: 'file', path: script }];
  if (hasOption(command, 'cluster')) {
    const [verb, , ...called] = words;
    return verb === 'call' ? [{ language: 'redis', kind: 'text', text: redisLine(called) }] : [];
  }
  if (words.length === 0) return [{ language: 'redis', kind: 'input' }];
  // The last argument may be what stands on the input.
  const rest = hasOption(command, 'x', 'X') ? ['?'] : [];
  return [{ language: 'redis', kind: 'text', text: redisLine([...words, ...rest]) }];
}

const readings =
  'help version bigkeys memkeys hotkeys keystats scan stat latency latency-history latency-dist rdb functions-rdb intrinsic-latency replica slave';

export const redisTools: readonly Tool[] = [
  {
    names: ['redis-cli', 'valkey-cli', 'keydb-cli', 'iredis'],
    shape: redisCliShape,
    rules,
    payloads: payloadsOf,
    idle: readings.split(' ').map((name) => `--${name}`),
  },
];
