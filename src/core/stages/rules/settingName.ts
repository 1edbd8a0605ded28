import { nameOf, settingWords } from '../names';
import type { StageRule } from '../stageRule';

/** `PROD_DATABASE_URL`, `.env.production`. What is named for development may still lead to production, so that proves nothing. */
export const settingName: StageRule = {
  id: 'setting-name',
  assess(facts) {
    const words = settingWords(facts);
    const named =
      words.find(({ stage }) => stage === 'production') ??
      words.find(({ stage }) => stage === 'staging');
    if (!named) return undefined;
    const text = `${nameOf(facts.target)} comes from ${named.what}, which says “${named.word}”.`;
    return { stage: named.stage, reasons: [{ text, origin: facts.target.origin }] };
  },
};
