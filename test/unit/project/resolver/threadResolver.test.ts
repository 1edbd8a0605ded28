import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { after, describe, it } from 'mocha';
import { Setting } from '../../../../src/core/environment/setting';
import { diskFiles } from '../../../../src/project/diskFiles';
import type { ExplainRequest } from '../../../../src/project/explain';
import { directResolver } from '../../../../src/project/resolver/directResolver';
import { packSettings, unpackSettings } from '../../../../src/project/thread/packSettings';
import type { Resolver } from '../../../../src/project/resolver/resolver';
import { threadResolver } from '../../../../src/project/resolver/threadResolver';
import { ServiceThread } from '../../../../src/project/thread/serviceThread';
import type { NamedRun } from '../../../../src/project/runs/namedRun';
import { withFolder } from '../../temporaryFolder';
import { testReader } from '../testReader';
import { keptLog, startSource } from '../thread/testThread';

const files = {
  'config.py': [
    'import os',
    'host = "localhost" if os.environ.get("APP_ENV") == "dev" else "db-prod.example.com"',
  ].join('\n'),
  'create_db.py': [
    'import psycopg2',
    'from config import host',
    'db = psycopg2.connect(host=host, dbname="scores")',
  ].join('\n'),
};

function requestIn(cwd: string, variables: Readonly<Record<string, string>> = {}): ExplainRequest {
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  return {
    cwd,
    root: cwd,
    home: cwd,
    process: { settings },
    labels: [],
    developmentVariables: [],
    machine: { name: 'laptop', isRemote: false },
    policy: 'standard',
  };
}

describe('resolving on a thread of its own', () => {
  const log = keptLog();
  const thread = new ServiceThread<Resolver>(startSource, log);
  const resolver = threadResolver(thread);
  const direct = directResolver(testReader(diskFiles));

  after(() => thread.dispose());

  it('gives the answers that this thread would give', () =>
    withFolder(files, async (cwd) => {
      const command = 'python create_db.py';
      for (const stage of ['', 'dev']) {
        const request = requestIn(cwd, { APP_ENV: stage });
        assert.deepEqual(await resolver.resolve(request), await direct.resolve(request));
        const asked = { ...request, command };
        assert.deepEqual(await resolver.resolve(asked), await direct.resolve(asked));
        const [one, other] = [
          await resolver.explainCommand(asked),
          await direct.explainCommand(asked),
        ];
        assert.equal(inspect(one, { depth: 20 }), inspect(other, { depth: 20 }));
      }
    })).timeout(60_000);

  it('answers for tasks and launches', () =>
    withFolder(files, async (cwd) => {
      const origin = { kind: 'task', name: 'create' } as const;
      const command = { kind: 'process', words: ['python', 'create_db.py'] } as const;
      const start = { origin, command, variables: [], isInTerminal: false };
      const run: NamedRun = { name: 'create', origin, starts: [start] };
      const request = requestIn(cwd);
      assert.deepEqual(
        await resolver.resolveNamed(request, run),
        await direct.resolveNamed(request, run),
      );
      const { decision, fix } = await resolver.explainNamed(request, run);
      assert.equal(decision, 'confirm');
      assert.deepEqual(fix?.assignments, ['APP_ENV=dev']);
    })).timeout(60_000);

  it('says nothing in the log while all goes well', () => assert.deepEqual(log.lines, []));
});

describe('settings on their way to another thread', () => {
  const origin = { kind: 'shell', name: 'DATABASE_URL' } as const;
  const data = {
    process: { settings: [new Setting('DATABASE_URL', 'postgres://u:hunter2@h/d', origin)] },
    list: [1, 'a', null, { deep: undefined }],
  };

  it('are the same at the other end', () => {
    const copy = unpackSettings(structuredClone(packSettings(data))) as typeof data;
    const [setting] = copy.process.settings;
    assert.ok(setting instanceof Setting);
    assert.equal(setting.value, 'postgres://u:hunter2@h/d');
    assert.deepEqual(setting.origin, origin);
    assert.deepEqual(copy.list, data.list);
  });

  it('stay one where they are one in many places', () => {
    const { settings } = data.process;
    const many = { settings, runs: Array.from({ length: 100 }, () => ({ settings })) };
    const copy = unpackSettings(structuredClone(packSettings(many))) as typeof many;
    assert.equal(copy.runs[99]!.settings[0], copy.settings[0]);
  });

  it('hide their values again there', () => {
    const copy = unpackSettings(structuredClone(packSettings(data)));
    assert.doesNotMatch(inspect(copy, { depth: 9 }) + JSON.stringify(copy), /hunter2/);
  });
});
