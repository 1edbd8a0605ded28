import { answeringAt } from '../../targets/target';
import { databaseWord, nameOf, settingWords, userWord } from '../names';
import type { StageFacts, StageRule } from '../stageRule';

/**
 * A tunnel to production and a local copy of it look the same from here, and only a person knows which it is, unless it
 * was looked up who answers.
 */
export const localProductionName: StageRule = {
  id: 'local-production-name',
  assess(facts) {
    if (facts.place.kind !== 'thisMachine') return undefined;
    const { target } = facts;
    const [endpoint] = target.endpoints;
    const answering = answeringAt(endpoint);
    if (endpoint?.kind === 'memory' || (answering && answering.kind !== 'unidentified'))
      return undefined;
    const parts = [databaseWord(facts), userWord(facts), ...settingWords(facts)];
    const named = parts.find((part) => part?.stage === 'production');
    if (!named) return undefined;
    return {
      stage: 'unknown',
      reasons: [
        { text: `${machineSentence(facts)}, but ${named.what} says “${named.word}”.` },
        { text: `${question(facts)} Label it to settle this.` },
      ].map((reason) => ({ ...reason, origin: target.origin })),
    };
  },
};

function machineSentence({ target }: StageFacts): string {
  return target.endpoints[0]?.kind === 'file'
    ? `${nameOf(target)} is a file on this machine`
    : `${nameOf(target)} is this machine`;
}

function question({ target }: StageFacts): string {
  return target.endpoints[0]?.kind === 'file'
    ? 'Is it the real one, or a copy?'
    : 'Is it a tunnel, or a local copy?';
}
