import { capitalize } from '../../capitalize';
import { databaseWord, hostWord, tunnelWord, userWord } from '../names';
import { worstStage } from '../stage';
import type { StageRule } from '../stageRule';

/** The names that people gave to a remote host and what is on it. Where they differ, the one that needs most care counts. */
export const environmentName: StageRule = {
  id: 'environment-name',
  assess(facts) {
    const user = userWord(facts);
    const parts = [
      tunnelWord(facts),
      hostWord(facts),
      databaseWord(facts),
      // People name users after themselves and their roles: `dev` may well be a developer's way into production.
      user?.stage === 'production' ? user : undefined,
    ].filter((part) => part !== undefined);
    const stage = worstStage(parts.map((part) => part.stage));
    if (!stage) return undefined;
    const telling = parts.filter((part) => part.stage === stage);
    const texts = telling.map(({ what, word }) => `${capitalize(what)} says “${word}”.`);
    return { stage, reasons: texts.map((text) => ({ text, origin: facts.target.origin })) };
  },
};
