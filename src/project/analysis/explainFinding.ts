import type { CodeFinding, Confidence } from '../../core/findings/codeFinding';
import { effectWords } from '../../core/findings/findingWords';
import { printable } from '../../core/printable';
import { needsCare, stageWord } from '../../core/stages/stageWord';
import { explainTarget, missingSentence, type Section, type Sentence } from '../explanation';
import { assignmentOf } from '../fix';
import type { Missing } from '../resolution';
import type { AssessedFinding } from './assessFindings';

const doubts: Readonly<Record<Confidence, string | undefined>> = {
  certain: undefined,
  likely: 'What it is called on could not be followed to its beginning: its shape tells.',
  possible:
    'What it is called on could not be followed: its name alone tells, and that may mislead.',
};

/** What a flagged line does, where, why that is known, and what would make it safe. All text is printable. */
export function explainFinding(
  assessed: AssessedFinding,
  missing: readonly Missing[],
  reason: string | undefined,
): Section[] {
  const { finding, target, verdict } = assessed;
  const reached = target
    ? explainTarget({ target, ...verdict }, 'this would reach')
    : [{ title: 'Which database this would reach', sentences: reasonSentences(assessed) }];
  return [
    {
      title: `This ${effectWords(finding)} (${printable(finding.api)}).`,
      sentences: effectSentences(finding, reason),
    },
    ...reached,
    ...safeSections(assessed, missing),
  ];
}

function effectSentences(
  { trap, confidence }: CodeFinding,
  reason: string | undefined,
): Sentence[] {
  return [
    trap,
    reason === undefined ? undefined : `Reviewed: ${printable(reason)}`,
    doubts[confidence],
  ].flatMap((sentence) => (sentence === undefined ? [] : [[sentence]]));
}

function reasonSentences({ verdict }: AssessedFinding): Sentence[] {
  return [
    [`${stageWord(verdict.stage)}.`],
    ...verdict.reasons.map(({ text }) => [printable(text)]),
  ];
}

/** Nothing has to be made safe where nothing is at stake. */
function safeSections(
  { finding, verdict }: AssessedFinding,
  missing: readonly Missing[],
): Section[] {
  if (!needsCare(verdict.stage)) return [];
  const runs = missing
    .flatMap(assignmentOf)
    .map(({ name, value }) => [`Run it with ${name}=${value}.`]);
  const sentences = [...missing.map(missingSentence), ...runs, ...adviceOn(finding, verdict.stage)];
  return [{ title: 'What would make it safe', sentences }];
}

function adviceOn(
  { kind, reach }: CodeFinding,
  stage: AssessedFinding['verdict']['stage'],
): Sentence[] {
  const takesFilter = reach === 'all' && (kind === 'delete' || kind === 'update');
  return [
    ...(takesFilter ? [['A filter, so that it takes no more than is meant.']] : []),
    [
      'A check of the environment in front of it, which ends the run elsewhere than in development.',
    ],
    ...(stage === 'unknown' ? [['Label the database, if you know what it is.']] : []),
  ];
}
