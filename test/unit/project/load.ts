import assert from 'node:assert/strict';
import { it } from 'mocha';
import type { Environment } from '../../../src/core/environment/environment';
import { Setting } from '../../../src/core/environment/setting';
import { findLoader } from '../../../src/project/loaders';
import type { LoadOptions } from '../../../src/project/loaders/loader';
import { memoryFiles, type MemoryFile } from './memoryFiles';

export interface LoadCase {
  /** Relative to `/ws/app`, the working folder. */
  readonly files: Readonly<Record<string, MemoryFile>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly options?: LoadOptions;
}

export const cwd = '/ws/app';

/** What one loader makes of a few files. */
export function load(
  id: string,
  { files, variables = {}, options = {} }: LoadCase,
): Promise<Environment> {
  const loader = findLoader(id);
  if (!loader) throw new Error(`There is no loader ${id}.`);
  const contents = Object.entries(files).map(([name, file]) => [
    name.startsWith('/') ? name : `${cwd}/${name}`,
    file,
  ]);
  const settings = Object.entries(variables).map(
    ([name, value]) => new Setting(name, value, { kind: 'shell', name }),
  );
  return loader.load({
    files: memoryFiles(Object.fromEntries(contents) as Record<string, MemoryFile>),
    cwd,
    root: '/ws',
    home: '/home/me',
    process: { settings },
    options,
  });
}

/** Files that give their own names as the value of DB. */
export const own = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, `DB=${name}\n`]));

export type ReadCase = readonly [
  what: string,
  loader: string,
  given: LoadCase,
  expected: string | undefined,
];

export function itReads(cases: readonly ReadCase[]): void {
  for (const [what, id, given, expected] of cases)
    it(`reads ${what}`, async () => assert.equal((await load(id, given)).get('DB'), expected));
}
