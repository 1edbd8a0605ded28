import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { explainCommand } from '../../../src/project/explainCommand';
import type { LiveListeners } from '../../../src/project/listeners/listeners';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

/** A command with the variables in front of it, and each of its operations: what on, at which stage and why. */
type Case = readonly [command: string, ...operations: readonly string[]];

const files = {
  '/home/me/.kube/config': 'apiVersion: v1\ncurrent-context: live\n',
  '/ws/local.yaml': 'current-context: kind-scores\n',
};

const cases: readonly Case[] = [
  ['kubectl delete pod db-0', 'pod db-0 · production · The context live says “live”.'],
  [
    'KUBECONFIG=local.yaml kubectl delete pod db-0',
    'pod db-0 · development · The cluster kind-scores runs on this machine.',
  ],
  [
    'aws ec2 stop-instances --instance-ids i-1',
    'the instance i-1 · production · No name of AWS says that this is not production.',
  ],
  [
    'AWS_PROFILE=dev aws ec2 stop-instances --instance-ids i-1',
    'the instance i-1 · development · The profile dev says “dev”.',
  ],
  ['docker volume rm pgdata', 'the volume pgdata · development · It is on this machine.'],
  [
    'DOCKER_HOST=ssh://db-1 docker volume rm pgdata',
    'the volume pgdata · production · No name of the container engine says that this is not production.',
  ],
  [
    'ssh root@db-prod docker volume rm pgdata',
    'the volume pgdata · production · The name of the machine, ssh to db-prod, says “prod”.',
  ],
  [
    'ssh db-1 docker volume rm pgdata',
    'the volume pgdata · unknown · It is on another machine (ssh to db-1), which may be anything.',
  ],
  [
    'docker exec ci docker volume rm pgdata',
    'the volume pgdata · development · It is on this machine.',
  ],
  [
    'DOCKER_HOST=ssh://live docker compose exec ci docker volume rm pgdata',
    'the volume pgdata · production · The name of the machine, the service ci on live, says “live”.',
  ],
  [
    'kubectl exec web-0 -- docker volume rm pgdata',
    'the volume pgdata · production · The name of the machine, kubectl exec in web-0, context live, says “live”.',
  ],
  [
    'ssh db-1 docker exec web docker volume rm pgdata',
    'the volume pgdata · unknown · It is on another machine (the container web by ssh to db-1), which may be anything.',
  ],
  [
    'curl -XDELETE localhost:9200/games',
    'localhost:9200/games · development · It is on this machine.',
  ],
  [
    'curl -XDELETE localhost:9243/games',
    'localhost:9243/games · production · The tunnel ssh to live-1.example.com says “live”.',
  ],
  [
    'curl -XDELETE localhost:7700/games',
    'localhost:7700/games · production · No name of the search server says that this is not production.',
  ],
  [
    'ssh db-1 curl -XDELETE localhost:9243/games',
    'localhost:9243/games · unknown · It is on another machine (ssh to db-1), which may be anything.',
  ],
  ['ssh db-1 docker ps'],
  ['echo "docker volume rm pgdata"'],
];

/** Tunnels by the port that they listen at. */
const tunnels: Readonly<Record<number, string>> = {
  9243: 'ssh to live-1.example.com',
  7700: 'ssh to bastion.example.com',
};

const listeners: LiveListeners = {
  find: (at) => {
    const via = at.kind === 'tcp' ? tunnels[at.port ?? 0] : undefined;
    return Promise.resolve(
      via === undefined ? { kind: 'nothing' } : { kind: 'tunnel', tool: 'ssh', via, forwards: [] },
    );
  },
  snapshot: () => Promise.resolve(''),
};

async function operationsOf(line: string): Promise<readonly string[]> {
  const [, assignments = '', command = ''] = /^((?:[A-Z_]+=\S+ )*)(.*)$/.exec(line) ?? [];
  const settings = assignments
    .split(' ')
    .filter(Boolean)
    .map((text) => text.split('=') as [string, string])
    .map(([name, value]) => new Setting(name, value, { kind: 'shell', name }));
  const { runs } = await explainCommand(testReader(memoryFiles(files), listeners), {
    command,
    cwd: '/ws',
    root: '/ws',
    home: '/home/me',
    process: { settings },
    labels: [],
    developmentVariables: [],
    machine: { name: 'laptop', isRemote: false },
    policy: 'standard',
  });
  return runs.flatMap(({ operations }) =>
    operations.map(({ operation, verdict }) =>
      [operation.subject, verdict?.stage, verdict?.reasons[0]?.text].join(' · '),
    ),
  );
}

describe('explaining where a command destroys', () => {
  for (const [command, ...operations] of cases)
    it(`tells it of “${command}”`, async () =>
      assert.deepEqual(await operationsOf(command), operations));
});
