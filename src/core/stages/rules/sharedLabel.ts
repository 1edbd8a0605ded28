import { closestLabel } from '../labels';
import { nameOf } from '../names';
import type { StageRule } from '../stageRule';
import { userLabel } from './userLabel';

/** Whoever wrote a folder's settings may ask for more care, never for less; the user's own label is the last word. */
export const sharedLabel: StageRule = {
  id: 'shared-label',
  assess(facts) {
    const { target, labels } = facts;
    const label = closestLabel(
      labels.filter(({ source }) => source !== 'user'),
      target,
    );
    if (!label || userLabel.assess(facts)) return undefined;
    const text = `The ${label.source}'s settings label ${nameOf(target)} as ${label.stage} (“${label.pattern}”).`;
    return { stage: label.stage, reasons: [{ text, origin: label.origin }] };
  },
};
