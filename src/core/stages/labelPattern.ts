import type { Endpoint, Target } from '../targets/target';
import { isLabelled, type Label } from './labels';
import { worstStage, type Stage } from './stage';

/**
 * The patterns by which labels name a target, one for each of its hosts: `host[:port][/database]`. Empty where the place
 * is not known, or has a name that no pattern can tell.
 */
export function labelPatternsOf(target: Target): string[] {
  return target.endpoints.flatMap((endpoint) => {
    const pattern = patternOf(endpoint, target.database);
    const label: Label = {
      pattern,
      stage: 'production',
      source: 'user',
      origin: target.origin,
    };
    return isLabelled(label, { ...target, endpoints: [endpoint] }) ? [pattern] : [];
  });
}

function patternOf(endpoint: Endpoint, database: string | undefined): string {
  const suffix = database ? `/${database}` : '';
  switch (endpoint.kind) {
    case 'tcp': {
      const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
      return `${host}${endpoint.port ? `:${endpoint.port}` : ''}${suffix}`;
    }
    case 'srv':
      return `${endpoint.host}${suffix}`;
    case 'socket':
    case 'file':
      return endpoint.path;
    case 'memory':
      return ':memory:';
  }
}

/** Whether a label asks for more care than what is known without it. */
export function isRaising(stage: Stage, current: Stage): boolean {
  return stage !== current && worstStage([stage, current]) === stage;
}

/** Settings with the labels set, or taken away for `undefined`; `undefined` where none is left. */
export function withLabels(
  entries: Readonly<Record<string, unknown>>,
  patterns: readonly string[],
  stage: Stage | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const others = Object.entries(entries).filter(([pattern]) => !patterns.includes(pattern));
  const labels = stage ? patterns.map((pattern) => [pattern, stage]) : [];
  const all = [...others, ...labels];
  return all.length > 0 ? Object.fromEntries(all) : undefined;
}
