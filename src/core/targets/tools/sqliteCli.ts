import type { ClientContext, Parsed } from '../grammar';
import { fileParts } from '../grammars/sqlite';
import { safeConnection } from '../safeConnection';
import { isGiven, readOptions, type OptionShape } from './toolOptions';

export const sqliteCliShape: OptionShape = {
  valued: ['cmd', 'init', 'separator', 'newline', 'nullvalue', 'maxsize', 'mmap', 'vfs', 'escape'],
  aliases: {},
};

/**
 * The file that `sqlite3` opens; none is a database in memory.
 *
 * @param argv with the program's name first
 */
export function sqliteCliTarget(
  argv: readonly string[],
  { cwd }: ClientContext,
): Parsed | undefined {
  const given = readOptions(argv.slice(1), sqliteCliShape);
  if (isGiven(given, 'help') || isGiven(given, 'version')) return undefined;
  const { endpoints, ...parts } = fileParts(given.words[0] ?? '');
  return safeConnection({
    ...parts,
    endpoints: endpoints.map((endpoint) =>
      endpoint.kind === 'file' ? { kind: 'file', path: absolute(endpoint.path, cwd) } : endpoint,
    ),
  });
}

function absolute(path: string, cwd: string): string {
  if (path.startsWith('/')) return path;
  const parts = cwd.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
