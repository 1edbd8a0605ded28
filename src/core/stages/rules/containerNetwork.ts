import { nameOf } from '../names';
import type { StageRule } from '../stageRule';

export const containerNetwork: StageRule = {
  id: 'container-network',
  assess({ target, place }) {
    const name = nameOf(target);
    const texts: Partial<Record<typeof place.kind, string>> = {
      container: `“${name}” is a name inside a container network or a search domain, and may mean any machine. Label it to settle which.`,
      containerHost: `${name} is the machine that runs the containers, and what listens there cannot be seen from inside. Label it to settle this.`,
    };
    const text = texts[place.kind];
    return text === undefined
      ? undefined
      : { stage: 'unknown', reasons: [{ text, origin: target.origin }] };
  },
};
