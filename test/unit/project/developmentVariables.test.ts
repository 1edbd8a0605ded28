import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Setting } from '../../../src/core/environment/setting';
import { parseDevelopmentVariables } from '../../../src/project/developmentVariables';
import { resolve } from '../../../src/project/resolve';
import type { Missing } from '../../../src/project/resolution';
import { findWorkspaceRoot, readWorkspaceSettings } from '../../../src/project/workspaceSettings';
import { memoryFiles } from './memoryFiles';
import { testReader } from './testReader';

const settingsFile = '/ws/.vscode/settings.json';
const stated = '{\n // ours\n "safetyCatch.developmentVariables": {"SHOP_MODE": ["dev", "test"]}}';
const production = 'DATABASE_URL=postgresql://db-prod.example.com/app';
const development = 'DATABASE_URL=postgresql://localhost/app';

async function missingIn(
  files: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<readonly Missing[]> {
  const reader = testReader(memoryFiles(files));
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  const { missing } = await resolve(reader, {
    ...(await readWorkspaceSettings(reader.files, '/ws')),
    cwd: '/ws',
    root: '/ws',
    process: { settings },
    home: '/home/me',
  });
  return missing;
}

describe('development variables that a team has stated', () => {
  it('are missing where a run would reach production without them', async () => {
    const files = { [settingsFile]: stated, '/ws/.env': production };
    const [missing, ...rest] = await missingIn(files);
    assert.deepEqual(rest, []);
    assert.deepEqual([missing?.name, missing?.expected], ['SHOP_MODE', ['dev', 'test']]);
    assert.equal(missing?.origin.file, settingsFile);
    assert.equal((await missingIn(files, { SHOP_MODE: 'live' })).length, 1);
  });

  it('are not missing where one of their values is set, by the shell or by a file', async () => {
    const files = { [settingsFile]: stated, '/ws/.env': production };
    assert.deepEqual(await missingIn(files, { SHOP_MODE: 'test' }), []);
    assert.deepEqual(await missingIn({ ...files, '/ws/.env': `${production}\nSHOP_MODE=dev` }), []);
  });

  it('are not missed by a run that reaches development anyway', async () => {
    assert.deepEqual(await missingIn({ [settingsFile]: stated, '/ws/.env': development }), []);
  });

  it('win over what the code says of the same variable', async () => {
    const config = [
      'import os, psycopg2',
      'hosts = {"dev": "localhost", "qa": "localhost"}',
      'psycopg2.connect(host=hosts.get(os.environ.get("SHOP_MODE"), "db-prod.example.com"))',
    ].join('\n');
    const inferred = await missingIn({ '/ws/db.py': config });
    assert.deepEqual(inferred[0]?.expected, ['dev', 'qa']);
    const [missing] = await missingIn({ '/ws/db.py': config, [settingsFile]: stated });
    assert.deepEqual(missing?.expected, ['dev', 'test']);
  });

  for (const value of [undefined, null, 7, [], 'x', { A: 7 }, { A: [] }])
    it(`are none for ${JSON.stringify(value)}`, () => {
      assert.deepEqual(parseDevelopmentVariables(value, { kind: 'settings', name: 's' }), []);
    });
});

describe('the settings of a folder', () => {
  it('are those of the folder that a person would open', async () => {
    const files = memoryFiles({ '/ws/.vscode/settings.json': '{}', '/ws/apps/api/.env': '' });
    assert.equal(await findWorkspaceRoot(files, '/ws/apps/api'), '/ws');
    assert.equal(await findWorkspaceRoot(memoryFiles({ '/a/b/.env': '' }), '/a/b'), '/a/b');
  });

  it('can raise a stage and never lower one', async () => {
    const labels = { 'localhost/app': 'production', 'db-prod.example.com': 'development' };
    const files = { [settingsFile]: JSON.stringify({ 'safetyCatch.labels': labels }) };
    const stageIn = async (env: string): Promise<string | undefined> => {
      const reader = testReader(memoryFiles({ ...files, '/ws/.env': env }));
      const { targets } = await resolve(reader, {
        ...(await readWorkspaceSettings(reader.files, '/ws')),
        cwd: '/ws',
        root: '/ws',
        process: { settings: [] },
        home: '/home/me',
      });
      return targets[0]?.stage;
    };
    assert.deepEqual(
      [await stageIn(development), await stageIn(production)],
      ['production', 'production'],
    );
  });

  it('are none where the file is broken', async () => {
    const files = memoryFiles({ [settingsFile]: '[7, {' });
    assert.deepEqual(await readWorkspaceSettings(files, '/ws'), {
      labels: [],
      developmentVariables: [],
      policy: 'standard',
    });
  });
});
