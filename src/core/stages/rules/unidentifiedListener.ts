import { answeringAt } from '../../targets/target';
import { nameOf } from '../names';
import type { StageRule } from '../stageRule';

/** It may be a tunnel of a kind that is not known yet. */
export const unidentifiedListener: StageRule = {
  id: 'unidentified-listener',
  assess({ target, place }) {
    const answering = answeringAt(target.endpoints[0]);
    if (place.kind !== 'thisMachine' || answering?.kind !== 'unidentified') return undefined;
    const who = answering.program ?? 'a program that cannot be seen';
    const text = `${nameOf(target)} is this machine, but ${who} answers there, and what stands behind it is not known. Label it to settle this.`;
    return { stage: 'unknown', reasons: [{ text, origin: target.origin }] };
  },
};
