import { dirname } from 'node:path';
import type { Files } from '../project/files';

const marks =
  /^(\.env(\..+)?|\.flaskenv|\.envrc|package\.json|pyproject\.toml|requirements\.txt|manage\.py|Pipfile|Gemfile|composer\.json|go\.mod|pom\.xml|build\.gradle(\.kts)?)$/;

/** The folder that the programs around `file` are started in: the nearest with a manifest or env file, else `root`. */
export async function workingFolderOf(files: Files, file: string, root: string): Promise<string> {
  for (
    let folder = dirname(file);
    folder.startsWith(root) && folder !== root;
    folder = dirname(folder)
  ) {
    const entries = await files.list(folder);
    if (entries.some(({ name, kind }) => kind === 'file' && marks.test(name))) return folder;
  }
  return root;
}
