import { nameOf } from '../names';
import type { StageRule } from '../stageRule';

/** The last rule: it applies to every target. */
export const remoteHost: StageRule = {
  id: 'remote-host',
  assess({ target }) {
    const text = `${nameOf(target)} is another machine, and nothing says what it is for. Label it to settle this.`;
    return { stage: 'unknown', reasons: [{ text, origin: target.origin }] };
  },
};
