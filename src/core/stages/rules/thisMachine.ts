import { answeringAt } from '../../targets/target';
import { nameOf } from '../names';
import type { StageFacts, StageRule } from '../stageRule';

export const thisMachine: StageRule = {
  id: 'this-machine',
  assess(facts) {
    if (facts.place.kind !== 'thisMachine') return undefined;
    return {
      stage: 'development',
      reasons: [{ text: sentence(facts), origin: facts.target.origin }],
    };
  },
};

function sentence({ target }: StageFacts): string {
  switch (target.endpoints[0]?.kind) {
    case 'file':
      return `${nameOf(target)} is a file on this machine.`;
    case 'memory':
      return 'This database lives in memory and ends with the program.';
    case 'socket':
      return `${nameOf(target)} is a socket on this machine${whoAnswers(target)}.`;
    case 'tcp':
    case 'srv':
    case undefined:
      return `${nameOf(target)} is this machine${whoAnswers(target)}.`;
  }
}

function whoAnswers({ endpoints }: StageFacts['target']): string {
  const answering = answeringAt(endpoints[0]);
  switch (answering?.kind) {
    case 'server':
      return `, and ${answering.program} answers there`;
    case 'nothing':
      return ', and nothing answers there now';
    case 'unidentified':
    case undefined:
      return '';
  }
}
