import { parseArgs } from 'node:util';
import { runScript, type CleanUp } from './cleanUp';
import { addCounts, formatCounts, none, type Counts } from './counts';
import { installHost } from './host/hostPackages';
import { runHostTests } from './host/runHostTests';
import { runCommand, startProcess } from './processes';
import { green, red } from './progress';
import { startMongodb } from './servers/mongodb';

const checks = [
  ['types', 'tsc', '-p', '.'],
  ['lint', 'eslint', '.'],
  ['format', 'prettier', '--check', '.'],
] as const;

type Suite = (cleanUp: CleanUp) => Promise<Counts>;

async function runCheck(name: string, command: string, args: readonly string[]): Promise<Counts> {
  try {
    await runCommand('npx', ['--no-install', command, ...args]);
    console.log(`  ${green('✔')} ${name}`);
    return { ...none, passed: 1 };
  } catch (error) {
    console.log(`  ${red(`✖ ${name}`)}\n${(error as Error).message}`);
    return { ...none, failed: 1 };
  }
}

async function runChecks(): Promise<Counts> {
  let counts = none;
  for (const [name, command, ...args] of checks)
    counts = addCounts(counts, await runCheck(name, command, args));
  return counts;
}

/** In a process of its own, so that no test can disturb the run, nor a leak outlive it. */
async function runUnit(grep: string | undefined, cleanUp: CleanUp): Promise<Counts> {
  const args = ['--import', 'tsx', 'test/runUnit.ts', ...(grep ? [grep] : [])];
  const unit = await startProcess(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  cleanUp.add(() => unit.stop('SIGINT'));
  let counts: Counts | undefined;
  unit.child.on('message', (message) => {
    counts = message as Counts;
  });
  const code = await unit.exited;
  if (counts) return counts;
  console.log(red(`  The unit tests ended with code ${code} before they were done.`));
  return { ...none, failed: 1 };
}

/** What takes minutes the first time goes on beside the checks. Who needs it says what failed. */
const prepare = (): Promise<unknown> => Promise.allSettled([installHost(), startMongodb(0)]);

async function runSuite(name: string, suite: Suite, cleanUp: CleanUp): Promise<Counts> {
  console.log(`\n${name}`);
  try {
    return await suite(cleanUp);
  } catch (error) {
    console.log(red(`  ${error instanceof Error ? (error.stack ?? error.message) : error}`));
    return { ...none, failed: 1 };
  }
}

/** `npm test`: everything, or with `-- --grep WORDS` the tests whose titles match. */
runScript(async (cleanUp) => {
  const { grep } = parseArgs({ options: { grep: { type: 'string' } } }).values;
  const prepared = prepare();
  const suites: readonly (readonly [string, Suite])[] = [
    ...(grep ? [] : [['Checks', runChecks] as const]),
    ['Unit tests', () => prepared.then(() => runUnit(grep, cleanUp))],
    ['In a real VS Code', () => runHostTests({ grep }, cleanUp)],
  ];
  let counts = none;
  for (const [name, suite] of suites)
    counts = addCounts(counts, await runSuite(name, suite, cleanUp));
  console.log(`\n${formatCounts(counts)}`);
  return counts.failed > 0 || counts.passed === 0 ? 1 : 0;
});
