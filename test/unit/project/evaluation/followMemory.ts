import type { Label } from '../../../../src/core/stages/labels';
import { Setting } from '../../../../src/core/environment/setting';
import { grammars } from '../../../../src/core/targets/grammars';
import { hostOf, portOf, type Target } from '../../../../src/core/targets/target';
import { ModuleCache } from '../../../../src/project/evaluation/moduleCache';
import { followProgram, type ProgramAnswer } from '../../../../src/project/evaluation/program';
import { testTrees } from '../../syntax/testTrees';
import { memoryFiles } from '../memoryFiles';
import { silentMachine } from '../testReader';

type Texts = Readonly<Record<string, string>>;

/** What a request of the project's layer needs, for files given by their path under `/ws`. */
export function memoryRequest(files: Texts, variables: Texts = {}) {
  const paths = Object.entries(files).map(([path, text]) => [`/ws/${path}`, text] as const);
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  return {
    files: memoryFiles(Object.fromEntries(paths)),
    modules: new ModuleCache(testTrees),
    cwd: '/ws',
    root: '/ws',
    home: '/home/me',
    process: { settings },
    listeners: silentMachine,
    labels: [] as readonly Label[],
    grammars,
  };
}

/** Follows a program from its entry file. */
export async function followMemory(
  entry: string,
  files: Texts,
  variables: Texts = {},
): Promise<ProgramAnswer> {
  const request = { ...memoryRequest(files, variables), entry: `/ws/${entry}`, name: '__main__' };
  const answer = await followProgram(request);
  if (!answer) throw new Error(`${entry} is not followed`);
  return answer;
}

/** `postgresql me@db.example.com:5432/app`, or why the place is not known. */
export function place(target: Target): string {
  if (target.unresolved !== undefined) return `${target.system} ? ${target.unresolved}`;
  const user = target.user === undefined ? '' : `${target.user}@`;
  const port = portOf(target);
  // A file or a database in memory has no other name.
  const isPlace = target.system === 'sqlite' || target.database === undefined;
  const database = isPlace ? '' : `/${target.database}`;
  return `${target.system} ${user}${hostOf(target)}${port === null ? '' : `:${port}`}${database}`;
}
