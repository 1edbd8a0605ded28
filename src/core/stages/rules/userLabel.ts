import { closestLabel } from '../labels';
import { nameOf } from '../names';
import type { StageRule } from '../stageRule';

/** A person's own settings are the last word. */
export const userLabel: StageRule = {
  id: 'user-label',
  assess({ target, labels }) {
    const label = closestLabel(
      labels.filter(({ source }) => source === 'user'),
      target,
    );
    return (
      label && {
        stage: label.stage,
        reasons: [
          {
            text: `You labelled ${nameOf(target)} as ${label.stage} (“${label.pattern}”).`,
            origin: label.origin,
          },
        ],
      }
    );
  },
};
