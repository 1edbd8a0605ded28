import { nameOf } from '../names';
import type { StageRule } from '../stageRule';

export const privateNetwork: StageRule = {
  id: 'private-network',
  assess({ target, place }) {
    if (place.kind !== 'private') return undefined;
    const text = `${nameOf(target)} is in a private network, which may hold production as well as anything else. Label it to settle this.`;
    return { stage: 'unknown', reasons: [{ text, origin: target.origin }] };
  },
};
