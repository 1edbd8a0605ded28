/** A path as a program finds it that runs in a folder. */
export function pathFrom(cwd: string, path: string): string {
  if (/^(?:[\\/]|[a-z]:)/i.test(path)) return path;
  const rest = path.replace(/^\.(?:\/|$)/, '');
  return rest === '' ? cwd : `${cwd}/${rest}`;
}
