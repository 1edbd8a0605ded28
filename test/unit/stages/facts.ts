import { Environment } from '../../../src/core/environment/environment';
import { Setting } from '../../../src/core/environment/setting';
import { assess } from '../../../src/core/stages/assess';
import type { Label } from '../../../src/core/stages/labels';
import type { Stage, Verdict } from '../../../src/core/stages/stage';
import type { Endpoint, Target } from '../../../src/core/targets/target';

export const tcp = (host: string, port = 5432): Endpoint => ({ kind: 'tcp', host, port });

export function targetOf(host: string, parts: Partial<Target> = {}): Target {
  return {
    system: 'postgresql',
    endpoints: [tcp(host)],
    origin: { kind: 'file', name: 'DATABASE_URL', file: '/app/.env', line: 1 },
    overrides: [],
    doubts: [],
    standby: false,
    ...parts,
  };
}

export function environmentOf(variables: Readonly<Record<string, string>>): Environment {
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  return new Environment([{ settings }]);
}

export function label(pattern: string, stage: Stage, source: Label['source'] = 'user'): Label {
  return { pattern, stage, source, origin: { kind: 'settings', name: 'safetyCatch.labels' } };
}

export function verdictOf(
  target: Target,
  facts: { labels?: readonly Label[]; variables?: Readonly<Record<string, string>> } = {},
): Verdict {
  return assess(target, {
    labels: facts.labels ?? [],
    environment: environmentOf(facts.variables ?? {}),
  });
}
