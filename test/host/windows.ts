import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One VS Code window: the test files that share a workspace run in it one after the other. */
export interface TestWindow {
  /** A folder of the repository, of which the window opens a copy. */
  readonly workspace: string;
  /** Whether VS Code asks before it trusts the folder. */
  readonly asksForTrust: boolean;
  readonly files: readonly string[];
}

const folder = 'test/host';
const emptyWorkspace = 'test/fixtures/workspaces/empty';

/**
 * A test file says which window it needs by exports that are read from its text, since outside of VS Code
 * it cannot be loaded: `export const workspace = 'test/…';` and `export const asksForTrust = true;`.
 */
function windowOf(file: string): Omit<TestWindow, 'files'> {
  const source = readFileSync(join(folder, file), 'utf8');
  const [, workspace = emptyWorkspace] = /^export const workspace = '(.+)';$/m.exec(source) ?? [];
  return { workspace, asksForTrust: /^export const asksForTrust = true;$/m.test(source) };
}

/** The windows for all test files whose path contains one of `names`, or for all there are. */
export function findWindows(names: readonly string[]): readonly TestWindow[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => names.length === 0 || names.some((name) => file.includes(name)))
    .sort();
  const windows = new Map<string, TestWindow>();
  for (const file of files) {
    const window = windowOf(file);
    const key = JSON.stringify(window);
    windows.set(key, { ...window, files: [...(windows.get(key)?.files ?? []), file] });
  }
  return [...windows.values()];
}
