import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { hookAnswer, readToolUse } from '../../../src/cli/answerHook';
import { withFolder } from '../temporaryFolder';
import { runCli } from './runCli';

const env = { PGHOST: 'db-prod.example.com', PGPASSWORD: 's3cret' };

function ask(input: string): { readonly code: number | null; readonly said: unknown } {
  const { code, stdout } = runCli(['hook'], { env, input });
  return { code, said: stdout === '' ? undefined : JSON.parse(stdout) };
}

const use = (command: string, tool = 'Bash'): string =>
  JSON.stringify({ tool_name: tool, tool_input: { command }, session_id: 'x' });

describe('safety-catch hook', () => {
  it('denies what would destroy all of production, and says why', () => {
    const { code, said } = ask(use('dropdb scores'));
    assert.equal(code, 0);
    const { hookSpecificOutput: output } = said as {
      hookSpecificOutput: { permissionDecision: string; permissionDecisionReason: string };
    };
    assert.equal(output.permissionDecision, 'deny');
    assert.match(
      output.permissionDecisionReason,
      /PRODUCTION[\s\S]*scores on db-prod\.example\.com[\s\S]*Only a person can run it/,
    );
    assert.ok(!output.permissionDecisionReason.includes('s3cret'));
  });

  it('says nothing where the command is let through', () =>
    assert.equal(ask(use('ls')).said, undefined));

  it('says nothing of tools that run no command', () =>
    assert.equal(ask(use('dropdb scores', 'Read')).said, undefined));

  it('takes the folder that the agent tells', () =>
    withFolder({}, (cwd) => {
      assert.deepEqual(readToolUse(JSON.stringify({ ...JSON.parse(use('ls')), cwd })), {
        command: 'ls',
        cwd,
      });
    }));

  it('ends with 2 on input that is none', () => assert.equal(ask('{').code, 2));

  it('has no answer where there is nothing to say', () => {
    const resolution = { targets: [], missing: [], problems: [], readBy: [] };
    const nothing = {
      decision: 'allow',
      runs: [],
      resolution,
      command: 'ls',
      fix: undefined,
    } as const;
    assert.equal(hookAnswer(nothing, '/ws'), undefined);
  });
});
