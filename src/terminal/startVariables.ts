import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { agentVariables } from '../shells/agents';

/**
 * The variables that mark an agent's shell, as they were when it was started: VS Code's own scripts unset theirs before the
 * first prompt. No other variable is looked at.
 */
export function readStartVariables(processId: number): ReadonlyMap<string, string> {
  const settings = readEnvironment(processId);
  return new Map(
    agentVariables.flatMap((name) => {
      const setting = settings.find((candidate) => candidate.startsWith(`${name}=`));
      return setting === undefined ? [] : [[name, setting.slice(name.length + 1)] as const];
    }),
  );
}

function readEnvironment(processId: number): readonly string[] {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${processId}/environ`, 'utf8').split('\0');
    // The words of the command come first: none of them is taken for a setting unless it is written like one.
    const options = { encoding: 'utf8', timeout: 1000 } as const;
    return execFileSync('ps', ['eww', '-o', 'command=', '-p', `${processId}`], options).split(' ');
  } catch {
    // The shell has ended, or belongs to another user by now.
    return [];
  }
}
