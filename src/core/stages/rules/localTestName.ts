import { databaseWord } from '../names';
import type { StageRule } from '../stageRule';

export const localTestName: StageRule = {
  id: 'local-test-name',
  assess(facts) {
    const database = databaseWord(facts);
    if (facts.place.kind !== 'thisMachine' || database?.stage !== 'test') return undefined;
    const text = `It is on this machine, and ${database.what} is named for tests.`;
    return { stage: 'test', reasons: [{ text, origin: facts.target.origin }] };
  },
};
