import type { StageRule } from '../stageRule';

export const unresolvedPlace: StageRule = {
  id: 'unresolved-place',
  assess({ target, place }) {
    if (target.unresolved === undefined && place.kind !== 'unresolved') return undefined;
    const why = target.unresolved ?? 'Nothing says which host this is';
    return {
      stage: 'unknown',
      reasons: [{ text: /[.!?]$/.test(why) ? why : `${why}.`, origin: target.origin }],
    };
  },
};
