import type { ResourcePlace } from '../resourcePlace';

export function onThisMachine(): ResourcePlace {
  return { provider: 'this machine', kind: 'machine', names: [] };
}
