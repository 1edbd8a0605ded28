import { relative } from 'node:path';
import { CodeAnalyser } from '../../src/project/analysis/codeAnalyser';
import { diskFiles } from '../../src/project/diskFiles';
import { markOf, readMarks, readMissed, type CodeFixture } from '../unit/analysis/codeFixtures';
import { testTrees } from '../unit/syntax/testTrees';
import { addScores, noScore, type Score } from './score';

export interface FixtureScore {
  readonly score: Score;
  /** For people: `python/peewee/traps.py:12 its name is computed`. */
  readonly knownMisses: readonly string[];
  readonly surprises: readonly string[];
}

/** Confidence and rule may differ: what counts is the place, what is done there and how far it reaches. */
export async function scoreFixture({ root, files }: CodeFixture): Promise<FixtureScore> {
  const analyser = new CodeAnalyser(diskFiles, testTrees, root);
  const scores: FixtureScore[] = [];
  for (const file of files) {
    const found = (await analyser.analyse(file)).map((finding) => essence(markOf(finding)));
    scores.push(compare(file, found));
  }
  return {
    score: scores.map(({ score }) => score).reduce(addScores, noScore),
    knownMisses: scores.flatMap(({ knownMisses }) => knownMisses),
    surprises: scores.flatMap(({ surprises }) => surprises),
  };
}

function compare(file: string, found: readonly string[]): FixtureScore {
  const marked = readMarks(file).map(essence);
  const known = readMissed(file).filter(
    ({ line }) => !found.some((text) => text.startsWith(`${line}:`)),
  );
  const wrong = found.filter((text) => !marked.includes(text));
  const missed = marked.filter((text) => !found.includes(text));
  const name = relative('test/fixtures/code', file);
  return {
    score: {
      files: 1,
      lookAlikes: marked.length === 0 && readMissed(file).length === 0 ? 1 : 0,
      right: found.length - wrong.length,
      wrong: wrong.length,
      missed: missed.length + known.length,
    },
    knownMisses: known.map(({ line, why }) => `${name}:${line} ${why}`),
    surprises: [
      ...wrong.map((text) => `${name}:${text}, which is not marked`),
      ...missed.map((text) => `${name}:${text}, which is not found`),
    ],
  };
}

/** `12:5 delete all` of `12:5 delete all certain peewee-delete`. */
function essence(mark: string): string {
  return mark.split(' ').slice(0, 3).join(' ');
}
