import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { explainCommand } from '../../../../src/project/explainCommand';
import type { GateAsk } from '../../../../src/shells/gateProtocol';
import { JudgedPipes } from '../../../../src/workspace/gate/judgedPipes';
import { memoryFiles } from '../../project/memoryFiles';
import { testReader } from '../../project/testReader';

const none = new Map<string, string>();
const asked = { cwd: '/ws', variables: none, ownVariables: none, aliases: none, functions: none };

function question(kind: GateAsk['kind'], shell: string, line: string, processId = 42): GateAsk {
  return { ...asked, kind, shell, line, processId };
}

describe('a pipe that was judged with its line', () => {
  let pipes: JudgedPipes;

  beforeEach(() => {
    pipes = new JudgedPipes();
  });

  async function judge(ask: GateAsk): Promise<void> {
    const explanation = await explainCommand(testReader(memoryFiles({})), {
      command: ask.line,
      cwd: '/ws',
      root: '/ws',
      home: '/home/me',
      process: { settings: [] },
      labels: [],
      developmentVariables: [],
      machine: { name: 'laptop', isRemote: false },
      policy: 'standard',
    });
    pipes.add(ask, explanation);
  }

  const piped = question('tool', 'psql', 'cat | psql scores');

  it('is not asked about again by the program behind it', async () => {
    await judge(question('line', 'bash', "echo 'select 1' | psql scores"));
    assert.equal(pipes.lineOf(piped), 'psql scores');
  });

  it('is asked about where the line does not show it', async () => {
    await judge(question('line', 'bash', './load.sh'));
    assert.equal(pipes.lineOf(piped), piped.line);
  });

  it('says nothing of another program', async () => {
    await judge(question('line', 'bash', "echo 'select 1' | mysql scores"));
    assert.equal(pipes.lineOf(piped), piped.line);
  });

  it('says nothing of another terminal', async () => {
    await judge(question('line', 'bash', "echo 'select 1' | psql scores", 43));
    assert.equal(pipes.lineOf(piped), piped.line);
  });

  it('ends with the next line', async () => {
    await judge(question('line', 'bash', "echo 'select 1' | psql scores"));
    await judge(question('line', 'bash', './load.sh'));
    assert.equal(pipes.lineOf(piped), piped.line);
  });

  it('stays judged while the line starts scripts and tools', async () => {
    await judge(question('line', 'bash', "npm run x; echo 'select 1' | psql scores"));
    await judge(question('script', 'sh', 'node x.js'));
    await judge(question('tool', 'docker', 'docker ps'));
    assert.equal(pipes.lineOf(piped), 'psql scores');
  });

  it('leaves the line of a person as it is', async () => {
    await judge(question('line', 'bash', "echo 'select 1' | psql scores"));
    assert.equal(pipes.lineOf(question('line', 'psql', 'cat | psql')), 'cat | psql');
  });
});
