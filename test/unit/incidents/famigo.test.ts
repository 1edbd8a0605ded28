import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'mocha';
import { countDocuments, seedFamilies } from '../../incidents/famigo/families';
import { preparePython } from '../../incidents/python';
import { runPython, withIncident } from '../../incidents/workspace';
import { startServers, type RunningServers } from '../../servers/servers';
import { skip } from '../../skip';

const typed = `for family in Family.objects:
    family.delete()

Family.objects.count()
`;

describe('famigo, with nothing that protects', () => {
  let python = '';
  let production = '';
  let development = '';
  let servers: RunningServers;

  before(async function () {
    this.timeout(600_000);
    const prepared = await preparePython();
    if (prepared.kind === 'missing') skip(this, prepared.reason);
    python = prepared.python;
    servers = await startServers({ mongodb: 2 });
    if (servers.missing) skip(this, servers.missing);
    [production, development] = servers.mongodb.map((url) => `${url}famigo`) as [string, string];
  });

  after(() => servers?.stop());

  beforeEach(async () => {
    await seedFamilies(production, 200);
    await seedFamilies(development, 5);
  });

  const run = (args: readonly string[], uri: string, input?: string): Promise<string> =>
    withIncident('famigo', undefined, (cwd) => {
      const run = runPython(python, args, { cwd, env: { MONGODB_URI: uri }, input });
      assert.equal(run.code, 0, run.stderr);
      return run.stdout;
    });
  const families = async (): Promise<readonly number[]> => [
    await countDocuments(production, 'family'),
    await countDocuments(development, 'family'),
  ];

  it('deletes every family by the loop typed at the prompt, which shows nothing', async () => {
    const stdout = await run(['shell.py'], production, typed);
    assert.equal(stdout.replace(/>>> |\.\.\. /g, '').trim(), '0');
    assert.deepEqual(await families(), [0, 5]);
  });

  it('leaves members and invitations behind that refer to families that are gone', async () => {
    await run(['shell.py'], production, typed);
    assert.equal(await countDocuments(production, 'member'), 200);
    assert.equal(await countDocuments(production, 'invitation'), 200);
  });

  it('deletes them by the script too', async () => {
    assert.equal(await run(['fix_duplicates.py'], production), 'done\n');
    assert.deepEqual(await families(), [0, 5]);
  });

  it('leaves production alone where MONGODB_URI points at development', async () => {
    await run(['shell.py'], development, typed);
    assert.deepEqual(await families(), [200, 0]);
  });
});
