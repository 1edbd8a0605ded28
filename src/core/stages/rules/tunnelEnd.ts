import { nameOf } from '../names';
import type { StageRule } from '../stageRule';

export const tunnelEnd: StageRule = {
  id: 'tunnel-end',
  assess({ target, place }) {
    if (place.kind !== 'tunnel') return undefined;
    const text = `${nameOf(target)} leads through ${place.via} to another machine. Label it to settle what is there.`;
    return { stage: 'unknown', reasons: [{ text, origin: target.origin }] };
  },
};
