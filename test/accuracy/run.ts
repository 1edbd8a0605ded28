import { runScript } from '../cleanUp';
import { red } from '../progress';
import { codeFixtures } from '../unit/analysis/codeFixtures';
import { addScores, noScore, precisionOf, recallOf, type Score } from './score';
import { scoreFixture, type FixtureScore } from './scoreFixture';

const goals = { precision: 0.97, recall: 0.95 };

function row(name: string, score: Score): string {
  const counts = [score.files, score.lookAlikes, score.right, score.wrong, score.missed];
  const parts = [precisionOf(score).toFixed(3), recallOf(score).toFixed(3)];
  return `${name.padEnd(28)}${[...counts, ...parts].map((cell) => String(cell).padStart(11)).join('')}`;
}

function printList(title: string, lines: readonly string[]): void {
  console.log(`\n${title}: ${lines.length === 0 ? 'nothing' : ''}`);
  for (const line of lines) console.log(`  ${line}`);
}

function libraryOf(name: string): string {
  return name.split(/[\\/]/).slice(0, 2).join('/');
}

/** `npm run accuracy`: what is found in the fixtures against what is marked in them, a line for each library. */
runScript(async () => {
  const byLibrary = new Map<string, Score>();
  const all: FixtureScore[] = [];
  for (const fixture of codeFixtures()) {
    const scored = await scoreFixture(fixture);
    const library = libraryOf(fixture.name);
    byLibrary.set(library, addScores(byLibrary.get(library) ?? noScore, scored.score));
    all.push(scored);
  }
  const total = [...byLibrary.values()].reduce(addScores, noScore);
  const titles = ['files', 'quiet', 'right', 'wrong', 'missed', 'precision', 'recall'];
  console.log(`${''.padEnd(28)}${titles.map((title) => title.padStart(11)).join('')}`);
  for (const [library, score] of byLibrary) console.log(row(library, score));
  console.log(row('all', total));
  printList(
    'Known to be missed',
    all.flatMap(({ knownMisses }) => knownMisses),
  );
  printList(
    'Not as marked',
    all.flatMap(({ surprises }) => surprises),
  );
  const isGood = precisionOf(total) >= goals.precision && recallOf(total) >= goals.recall;
  if (!isGood) console.log(red(`\nThe goal is ${goals.precision} and ${goals.recall}.`));
  return isGood ? 0 : 1;
});
