import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const otherSystems = ['.hg', '.svn', '.jj', '.bzr', '.fslckout', '_FOSSIL_'];
const deadline = 5_000;

/** Whether a change of `file`, which need not exist, would show in version control. In doubt, it would. */
export async function isSeenByVersionControl(file: string): Promise<boolean> {
  const real = realPath(file);
  const above = foldersAbove(real);
  if (above.some((folder) => otherSystems.some((name) => existsSync(join(folder, name)))))
    return true;
  return above.some((folder) => existsSync(join(folder, '.git'))) && !(await isIgnored(real));
}

/** git answers for a tracked file that it is not ignored, whatever the rules say. */
async function isIgnored(file: string): Promise<boolean> {
  const cwd = foldersAbove(file).find((folder) => existsSync(folder));
  // A variable that points git at a repository would have it answer for that one.
  const env = {
    ...process.env,
    GIT_DIR: undefined,
    GIT_WORK_TREE: undefined,
    GIT_INDEX_FILE: undefined,
  };
  try {
    await promisify(execFile)('git', ['check-ignore', '--quiet', '--', file], {
      cwd,
      env,
      timeout: deadline,
    });
    return true;
  } catch {
    return false;
  }
}

/** The file that would be written: links above it, or the file itself, may lead into another repository. */
function realPath(file: string): string {
  if (existsSync(file)) return realpathSync(file);
  const parent = dirname(file);
  return parent === file ? file : join(realPath(parent), basename(file));
}

function foldersAbove(file: string): string[] {
  const parent = dirname(file);
  return parent === file ? [] : [parent, ...foldersAbove(parent)];
}
