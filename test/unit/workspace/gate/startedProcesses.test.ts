import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, before, beforeEach, describe, it } from 'mocha';
import type { GateAsk } from '../../../../src/shells/gateProtocol';
import { skip } from '../../../skip';
import { StartedProcesses } from '../../../../src/workspace/gate/startedProcesses';

const none = new Map<string, string>();
const asked = { cwd: '/ws', variables: none, ownVariables: none, aliases: none, functions: none };

function question(kind: GateAsk['kind'], processId: number): GateAsk {
  return { ...asked, kind, shell: 'psql', line: 'psql scores', processId };
}

describe('a task that was decided about once it ran', () => {
  let task: ChildProcess;
  /** Two steps below the task. */
  let program = 0;
  let started: StartedProcesses;

  before(async function () {
    if (process.platform === 'win32') skip(this, 'tasks are not held there');
    const inner = 'echo $$; read -r _';
    task = spawn('sh', ['-c', `sh -c '${inner}; :'; :`]);
    const [output] = (await once(task.stdout!, 'data')) as [Buffer];
    program = Number(output.toString());
  });
  after(() => task?.stdin?.end());
  beforeEach(() => {
    started = new StartedProcesses();
    started.add(task.pid!);
  });

  for (const kind of ['tool', 'script', 'task'] as const)
    it(`owns what it starts: a ${kind}`, async () =>
      assert.equal((await started.ownerOf(question(kind, program))).processId, task.pid));

  it('owns no line that a person types', async () =>
    assert.equal((await started.ownerOf(question('line', program))).processId, program));

  it('owns nothing of others', async () =>
    assert.equal((await started.ownerOf(question('tool', process.pid))).processId, process.pid));

  it('owns nothing once it has ended', async () => {
    started.remove(task.pid!);
    assert.equal((await started.ownerOf(question('tool', program))).processId, program);
  });
});
