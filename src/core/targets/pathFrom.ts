/** A path as a program finds it that runs in a folder. */
export function pathFrom(cwd: string, path: string): string {
  return /^(?:[\\/]|[a-z]:)/i.test(path) ? path : `${cwd}/${path.replace(/^\.\//, '')}`;
}
