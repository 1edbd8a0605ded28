import { execFileSync } from 'node:child_process';

export interface SystemProcess {
  readonly processId: number;
  readonly parent: number;
  readonly command: string;
}

/** All that a process has started, and what that has started, as far as it runs now. */
export function findDescendants(ancestor: number): readonly SystemProcess[] {
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const all = lines.split('\n').flatMap((line): readonly SystemProcess[] => {
    const [, processId, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return processId ? [{ processId: Number(processId), parent: Number(parent), command }] : [];
  });
  const childrenOf = (parent: number): readonly SystemProcess[] =>
    all
      .filter((candidate) => candidate.parent === parent)
      .flatMap((child) => [child, ...childrenOf(child.processId)]);
  return childrenOf(ancestor);
}

export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}
