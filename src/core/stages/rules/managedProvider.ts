import { nameOf } from '../names';
import type { StageRule } from '../stageRule';

export const managedProvider: StageRule = {
  id: 'managed-provider',
  assess({ target, place }) {
    if (place.kind !== 'managed') return undefined;
    const text = `${nameOf(target)} is at ${place.provider.name}, so it is remote and shared. Label it to settle what it is for.`;
    return { stage: 'unknown', reasons: [{ text, origin: target.origin }] };
  },
};
