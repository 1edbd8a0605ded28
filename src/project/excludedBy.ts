import { relative, sep } from 'node:path';
import picomatch from 'picomatch';

/** Whether a path is left out by globs relative to `root`, as the setting `files.exclude` has them; only `true` excludes. */
export function excludedBy(
  globs: Readonly<Record<string, unknown>>,
  root: string,
): (path: string) => boolean {
  const excluding = Object.keys(globs).filter((glob) => globs[glob] === true);
  if (excluding.length === 0) return () => false;
  const matches = picomatch(excluding, { dot: true });
  return (path) => matches(relative(root, path).replaceAll(sep, '/'));
}
