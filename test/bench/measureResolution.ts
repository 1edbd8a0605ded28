import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve as absolutePath } from 'node:path';
import { longestBlock } from './eventLoop';
import { timeOnce, timeRuns } from './figure';
import { diskReader } from '../../src/project/diskReader';
import { resolve } from '../../src/project/resolve';
import { surveyEnvFiles } from '../../src/project/survey';

const warmUps = 5;
const warmRuns = 10;

/** What one fresh process measures. Each value is in milliseconds. */
export type Measured = Readonly<Record<string, readonly number[]>>;

const reader = diskReader(absolutePath('media/grammars'));
const [, , what = '', folder = ''] = process.argv;
const request = {
  cwd: folder,
  root: folder,
  process: { settings: [] },
  labels: [],
  developmentVariables: [],
  home: homedir(),
};

async function timeGrammars(): Promise<number> {
  return timeOnce(async () => {
    await reader.trees.parse('bash', '');
    await reader.trees.parse('python', '');
  });
}

async function measureEnvFiles(): Promise<Measured> {
  const { labels, home } = request;
  const survey = () => surveyEnvFiles(reader.files, folder, { labels, home });
  const resolveRoot = () => resolve(reader, request);
  const coldSurvey: number[] = [];
  const surveyBlock = await longestBlock(async () => coldSurvey.push(await timeOnce(survey)));
  const coldResolve = await timeOnce(resolveRoot);
  return {
    coldSurvey,
    surveyBlock: [surveyBlock],
    warmSurvey: await timeRuns(warmRuns, survey),
    coldResolve: [coldResolve],
    warmResolve: await timeRuns(warmRuns, resolveRoot),
  };
}

async function measureDjango(): Promise<Measured> {
  const grammars = await timeGrammars();
  const run = () => resolve(reader, { ...request, command: 'python manage.py migrate' });
  const cold: number[] = [];
  const block = await longestBlock(async () => cold.push(await timeOnce(run)));
  const settings = join(folder, 'site_project/settings.py');
  let edits = 0;
  const warm: number[] = [];
  while (warm.length < warmUps + warmRuns) {
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}# edit ${++edits}\n`);
    warm.push(await timeOnce(run));
  }
  return { grammars: [grammars], cold, block: [block], warm: warm.slice(warmUps) };
}

const measures = { django: measureDjango, envFiles: measureEnvFiles };
const measure = measures[what as keyof typeof measures];
// As in an extension host, something is always open: else Node waits for V8 to optimise the grammars in the background.
const open = setInterval(() => undefined, 60_000);
void measure().then((measured) => {
  process.stdout.write(JSON.stringify(measured));
  clearInterval(open);
});
