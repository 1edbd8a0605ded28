import type { Stage } from '../core/stages/stage';
import { stageWord } from '../core/stages/stageWord';
import { fullTargetName, shortTargetName } from '../core/targets/targetWords';
import { sentenceText } from './describe';
import { originWords } from './explanation';
import { decidingTarget, type Resolution } from './resolution';

/** What a line of the window says of a connection. */
export interface StatusText {
  /** `undefined` where no database is known. */
  readonly stage?: Stage;
  /** `PRODUCTION scores@db-prod.example.com +2`. */
  readonly text: string;
  /** The same in a sentence, for a screen reader. */
  readonly spoken: string;
}

/** The target that needs most care, in a few words; `undefined` where a folder has nothing to say. */
export function statusText(resolution: Resolution, folder: string): StatusText | undefined {
  const deciding = decidingTarget(resolution);
  if (!deciding) return hasTraces(resolution) ? withoutDatabase : undefined;
  const { target, stage } = deciding;
  const others = resolution.targets.filter((assessed) => !assessed.target.standby).length - 1;
  const more = others > 0 ? ` +${others}` : '';
  const origin = sentenceText(originWords(target.origin), folder);
  const also = others > 0 ? ` It would also reach ${others} more.` : '';
  return {
    stage,
    text: `${stageWord(stage)} ${shortTargetName(target)}${more}`,
    spoken: `${stageWord(stage)}: a run here would reach ${fullTargetName(target)}, decided by ${origin}.${also}`,
  };
}

const withoutDatabase: StatusText = {
  text: 'no database',
  spoken: 'A run here would reach no database that is known.',
};

function hasTraces({ targets, missing, problems }: Resolution): boolean {
  return targets.length + missing.length + problems.length > 0;
}
