import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve as absolutePath } from 'node:path';
import { longestBlock } from './eventLoop';
import { timeOnce } from './figure';
import { Setting } from '../../src/core/environment/setting';
import type { Log } from '../../src/core/log';
import { diskReader } from '../../src/project/diskReader';
import type { ResolveRequest } from '../../src/project/request';
import { directResolver } from '../../src/project/resolver/directResolver';
import type { Resolver } from '../../src/project/resolver/resolver';
import { threadResolver } from '../../src/project/resolver/threadResolver';
import { ServiceThread } from '../../src/project/thread/serviceThread';
import { startWorker } from '../../src/project/thread/startWorker';
import type { Measured } from './measureResolution';

const terminals = 200;
const variables = 100;
const [, , how = '', folder = ''] = process.argv;
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };
const thread = new ServiceThread<Resolver>(
  () => startWorker(absolutePath('dist/worker.js')),
  quiet,
);
const resolver: Resolver =
  how === 'direct'
    ? directResolver(diskReader(absolutePath('media/grammars')))
    : threadResolver(thread);

/** Each terminal has told its variables by itself, and they are the same. */
const shells = Array.from({ length: terminals }, () =>
  Array.from({ length: variables }, (_, at) => {
    const name = `VARIABLE_${at}`;
    return new Setting(name, `a value of usual length, ${at}`, { kind: 'shell', name });
  }),
);

function requestIn(cwd: string, settings: readonly Setting[] = []): ResolveRequest {
  const process = { settings };
  return { cwd, root: cwd, process, labels: [], developmentVariables: [], home: homedir() };
}

async function measure(): Promise<Measured> {
  const result: Record<string, number[]> = {};
  const run = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const times: number[] = [];
    const block = await longestBlock(async () => times.push(await timeOnce(work)));
    result[`${name} time`] = times;
    result[`${name} block`] = [block];
  };
  const django = join(folder, 'django');
  const all = () => Promise.all(shells.map((shell) => resolver.resolve(requestIn(django, shell))));
  await run('endless', () => resolver.resolve(requestIn(join(folder, 'endless'))));
  await run('terminals, first', all);
  await run('terminals, again', all);
  const settings = join(django, 'site_project/settings.py');
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}# edit\n`);
  await run('terminals, after an edit', all);
  return result;
}

void measure().then((measured) => {
  process.stdout.write(JSON.stringify(measured));
  thread.dispose();
});
