import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { agentRules } from '../../../src/core/operations/agentRules';
import { tools } from '../../../src/core/operations/tools';

/** VS Code takes a key between slashes for a regular expression. */
const rules = Object.keys(agentRules(tools)).map((rule) => {
  const [, source = '', flags] = /^\/(.*)\/([a-z]*)$/s.exec(rule) ?? [];
  return new RegExp(source, flags);
});

const isDenied = (command: string): boolean => rules.some((rule) => rule.test(command));

describe('the rules for the agent of VS Code', () => {
  for (const command of [
    'dropdb scores',
    "psql -c 'DROP  TABLE games'",
    '/usr/bin/psql -c "delete from games"',
    'aws ec2 terminate-instances --instance-ids i-0',
    'docker compose down -v',
    'kubectl delete pvc data',
  ])
    it(`keep “${command}” from being approved`, () => assert.ok(isDenied(command)));

  for (const command of ['ls', 'psql -c "select 1"', 'kubectl get pods', 'git push', 'npm test'])
    it(`say nothing of “${command}”`, () => assert.ok(!isDenied(command)));
});
