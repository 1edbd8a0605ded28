import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../processes';
import type { Bench } from './bench';
import { timeRuns, type Figure } from './figure';
import { writeDjangoProject, writeEnvFiles } from './generatedWorkspaces';
import { coldRuns, measureRounds } from './measureRounds';

const project = '2,000 files of Django';
const command = 'python manage.py migrate';

export const envFilesBench: Bench = async ({ build, scratch }) => {
  const folder = join(scratch, 'env-files');
  mkdirSync(folder);
  writeEnvFiles(folder, 1000);
  const script = await build('measureResolution');
  const measured = await measureRounds(script, 'envFiles', folder);
  const figure = (name: string, key: string): Figure => ({
    name: `1,000 env files: ${name}`,
    unit: 'ms',
    values: measured[key]!,
  });
  return [
    figure('survey, cold', 'coldSurvey'),
    figure('survey, warm', 'warmSurvey'),
    figure('survey, longest block of the event loop', 'surveyBlock'),
    figure('resolve the root, cold', 'coldResolve'),
    figure('resolve the root, warm', 'warmResolve'),
  ];
};

export const djangoBench: Bench = async ({ build, scratch }) => {
  const folder = join(scratch, 'django');
  mkdirSync(folder);
  writeDjangoProject(folder, 2000);
  const script = await build('measureResolution');
  const measured = await measureRounds(script, 'django', folder);
  const commandLine = await timeRuns(coldRuns, () =>
    runCommand(process.execPath, ['dist/cli.js', 'resolve', '--cwd', folder, command]),
  );
  const figure = (name: string, key: string, goal?: number): Figure => ({
    name: `${project}: ${name}`,
    unit: 'ms',
    values: measured[key]!,
    ...(goal === undefined ? {} : { goal }),
  });
  return [
    figure('load the grammars', 'grammars'),
    figure(`resolve "${command}", cold`, 'cold', 300),
    figure('the same after one edit', 'warm', 20),
    figure('longest block of the event loop, cold', 'block'),
    { name: `${project}: the command line, from start to end`, unit: 'ms', values: commandLine },
  ];
};
