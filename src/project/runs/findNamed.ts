import type { Problem } from '../../core/environment/setting';
import type { Files } from '../files';
import { findLaunch, readLaunches } from './launches';
import type { NamedRun } from './namedRun';
import { findTask, readTasks } from './tasks';

/** How a person names what VS Code would start. */
export interface RunName {
  readonly kind: 'task' | 'launch';
  readonly name: string;
}

export interface FoundRun {
  /** `undefined` where there is none of that name. */
  readonly run: NamedRun | undefined;
  readonly problems: readonly Problem[];
}

export async function findNamed(
  files: Files,
  root: string,
  { kind, name }: RunName,
): Promise<FoundRun> {
  const named = await (kind === 'task' ? readTasks(files, root) : readLaunches(files, root));
  const run = kind === 'task' ? findTask(named, name) : findLaunch(named, name);
  return { run, problems: named.problems };
}
