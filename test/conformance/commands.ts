import { Setting } from '../../src/core/environment/setting';
import { parseLabels } from '../../src/core/stages/labels';
import { explainCommand, type CommandExplanation } from '../../src/project/explainCommand';
import { memoryFiles } from '../unit/project/memoryFiles';
import { testReader } from '../unit/project/testReader';
import { outsideReason, writeReason } from './outside';
import type { Outcome, Suite } from './suite';

interface Row {
  readonly id: string;
  readonly command: string;
  readonly expected: 'destructive' | 'safe' | 'disputed';
  readonly category: string;
  readonly kind: 'shell' | 'sql' | 'mongo' | 'redis' | 'powershell';
  readonly tier: 'core' | 'advisory' | 'pack';
  readonly trap?: string;
}

/** Categories of what holds data; all others are outside of the product, and must be let through where they are safe. */
const followed: readonly string[] = ['database', 'containers', 'cloud', 'kubernetes', 'infra'];

/** Production by what connects to it; the names of clouds and clusters say nothing. */
const variables: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgresql://app@db-prod.example.com/scores',
  PGHOST: 'db-prod.example.com',
  MYSQL_HOST: 'db-prod.example.com',
  DOCKER_HOST: 'ssh://ops@db-prod.example.com',
};

const files = { '/home/me/.kube/config': 'current-context: scores\n' };

const { labels } = parseLabels({ '*': 'production', '/*': 'production' }, 'user', {
  kind: 'settings',
  name: 'safetyCatch.labels',
});

export const commands: Suite = {
  file: 'commands.jsonl',
  rates: { destructive: 0.95, 'false alarm': 1, safe: 0.99 },
  run: async (rows) => {
    const outcomes: Outcome[] = [];
    for (const row of rows as readonly Row[]) outcomes.push(await judge(row));
    return outcomes;
  },
};

async function judge(row: Row): Promise<Outcome> {
  const { id, expected, command } = row;
  const reason = notFollowedReason(row);
  if (reason !== undefined) return { id, kind: 'notFollowed', reason };
  const group = groupOf(row);
  const { decision } = await explain(lineOf(row));
  const isStopped = decision === 'confirm' || decision === 'block';
  return isStopped === (expected === 'destructive')
    ? { id, group, kind: 'passed' }
    : { id, group, kind: 'failed', detail: `${decision} for ${JSON.stringify(command)}` };
}

function notFollowedReason({ expected, tier, category, command }: Row): string | undefined {
  if (expected === 'safe') return writeReason(command);
  if (expected === 'disputed') return 'the sources do not agree';
  if (!followed.includes(category)) return `not about data: ${category}`;
  if (tier !== 'core') return 'a change of settings, or of little weight';
  return outsideReason(command) ?? otherwiseNamed(category, command);
}

/** A resource that is named for something else than production is not treated as production. */
function otherwiseNamed(category: string, command: string): string | undefined {
  const isPlaced = category === 'cloud' || category === 'kubernetes';
  return isPlaced && /\b(?:dev|test|staging)\b/.test(command)
    ? 'its own name says that it is not production'
    : undefined;
}

function groupOf({ expected, trap }: Row): string {
  if (expected === 'destructive') return 'destructive';
  return trap === 'false_positive' ? 'false alarm' : 'safe';
}

/** Statements as their program is given them. */
function lineOf({ kind, command }: Row): string {
  const quoted = `'${command.replaceAll("'", `'\\''`)}'`;
  switch (kind) {
    case 'sql':
      if (command.startsWith('dropdb ')) return command;
      return command.includes('`') ? `mysql -e ${quoted}` : `psql -c ${quoted}`;
    case 'mongo':
      return `mongosh --eval ${quoted}`;
    case 'redis':
      return `redis-cli ${command}`;
    case 'shell':
    case 'powershell':
      return command;
  }
}

const reader = testReader(memoryFiles(files));

function explain(command: string): Promise<CommandExplanation> {
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  return explainCommand(reader, {
    command,
    cwd: '/srv/scores',
    root: '/srv/scores',
    home: '/home/me',
    process: { settings },
    labels,
    developmentVariables: [],
    machine: { name: 'db-prod', isRemote: true },
    policy: 'standard',
  });
}
