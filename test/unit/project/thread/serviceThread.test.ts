import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'mocha';
import { Worker } from 'node:worker_threads';
import { Setting } from '../../../../src/core/environment/setting';
import type { ResolveRequest } from '../../../../src/project/request';
import type { Resolver } from '../../../../src/project/resolver/resolver';
import { threadResolver } from '../../../../src/project/resolver/threadResolver';
import { ServiceThread, type Deadlines } from '../../../../src/project/thread/serviceThread';
import { keptLog, startScript } from './testThread';

/** Each folder does what its name says to the thread that is asked about it. */
const script = `
  const folder = args[0].cwd;
  if (folder === '/hang') for (;;);
  if (folder === '/silent') return;
  if (folder === '/lively') return void setInterval(() => parentPort.postMessage('alive'), 100);
  if (folder === '/exit') process.exit(3);
  if (folder === '/throw') throw new Error('postgres://u:hunter2@h/d');
  if (folder === '/memory') for (const kept = []; ; ) kept.push(new Array(1e6).fill(folder));
  setTimeout(() => reply(folder), folder === '/slow' ? 150 : 0);
`;

function requestIn(cwd: string, value = ''): ResolveRequest {
  const settings = [new Setting('A', value, { kind: 'shell', name: 'A' })];
  return { cwd, root: cwd, home: '/', process: { settings }, labels: [], developmentVariables: [] };
}

async function withThread(
  test: (
    ask: (cwd: string) => Promise<unknown>,
    log: ReturnType<typeof keptLog>,
    started: Worker[],
  ) => Promise<void>,
  deadlines: Deadlines = { silenceMs: 5_000, answerMs: 20_000 },
): Promise<void> {
  const log = keptLog();
  const started: Worker[] = [];
  const start = (): Worker => {
    const worker = startScript(script);
    started.push(worker);
    return worker;
  };
  const thread = new ServiceThread<Resolver>(start, log, deadlines);
  try {
    await test((cwd) => thread.ask('resolve', [requestIn(cwd)]), log, started);
  } finally {
    thread.dispose();
  }
}

describe('a thread that answers', () => {
  it('starts with the first question, and stays', () =>
    withThread(async (ask, log, started) => {
      assert.equal(started.length, 0);
      assert.deepEqual(await Promise.all([ask('/a'), ask('/b')]), ['/a', '/b']);
      assert.equal(await ask('/c'), '/c');
      assert.equal(started.length, 1);
      assert.deepEqual(log.lines, []);
    }));

  for (const [folder, why] of [
    ['/hang', /it is silent/],
    ['/silent', /it is silent/],
    ['/exit', /it ended with 3/],
    ['/throw', /postgres:\/\/u:\*\*\*@h/],
  ] as const)
    it(`is replaced after ${folder}, which alone stays without an answer`, () =>
      withThread(
        async (ask, log) => {
          const others = ['/a', '/b', '/c'];
          const bad = assert.rejects(ask(folder), why);
          assert.deepEqual(await Promise.all(others.map(ask)), others);
          await bad;
          assert.equal(await ask('/later'), '/later');
          assert.ok(log.lines.length >= 1);
          assert.doesNotMatch(log.lines.join('\n'), /hunter2/);
        },
        { silenceMs: 1_500, answerMs: 20_000 },
      )).timeout(20_000);

  it('is replaced where one answer takes too long, however lively it is', () =>
    withThread(
      async (ask) => {
        const bad = assert.rejects(ask('/lively'), /takes too long/);
        assert.equal(await ask('/a'), '/a');
        await bad;
      },
      { silenceMs: 1_000, answerMs: 2_500 },
    )).timeout(20_000);

  it('ends alone where code would take all memory', () =>
    withThread(
      async (ask) => {
        await assert.rejects(ask('/memory'), /memory/i);
        assert.equal(await ask('/later'), '/later');
      },
      { silenceMs: 60_000, answerMs: 60_000 },
    )).timeout(60_000);

  it('may take its time as long as answers come in', () =>
    withThread(
      async (ask, log) => {
        const answers: Promise<unknown>[] = [];
        for (let at = 0; at < 5; at++) {
          answers.push(ask('/slow'));
          await answers[at];
        }
        assert.deepEqual(log.lines, []);
      },
      { silenceMs: 1_000, answerMs: 20_000 },
    ));

  it('is started twice for a question, and no more, where it cannot start', async () => {
    const log = keptLog();
    let starts = 0;
    const start = (): Worker => {
      starts++;
      return new Worker('/nowhere/worker.js');
    };
    const thread = new ServiceThread<Resolver>(start, log);
    await assert.rejects(thread.ask('resolve', [requestIn('/a')]), /Cannot find module/);
    assert.equal(starts, 2);
    thread.dispose();
  });

  it('ends without a word to those who still wait when it is not needed any more', async () => {
    const log = keptLog();
    const worker = startScript(script);
    const thread = new ServiceThread<Resolver>(() => worker, log);
    const question = thread.ask('resolve', [requestIn('/silent')]);
    const ended = once(worker, 'exit').then(() => 'ended');
    thread.dispose();
    assert.equal(await Promise.race([question, ended]), 'ended');
    assert.deepEqual(log.lines, []);
  });

  it('is asked once by all who ask the same at once', async () => {
    const counting = 'globalThis.count = (globalThis.count ?? 0) + 1; reply(globalThis.count);';
    const thread = new ServiceThread<Resolver>(() => startScript(counting), keptLog());
    try {
      const resolver = threadResolver(thread);
      const same = Array.from({ length: 200 }, () => resolver.resolve(requestIn('/a')));
      assert.deepEqual(new Set(await Promise.all(same)), new Set([1]));
      assert.equal(await resolver.resolve(requestIn('/a')), 2);
      const others = [requestIn('/a', 'x'), requestIn('/b')].map((one) => resolver.resolve(one));
      assert.deepEqual(await Promise.all(others), [3, 4]);
    } finally {
      thread.dispose();
    }
  });
});
