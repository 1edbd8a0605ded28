/** Replaces `${NAME}` and `${NAME:-default}`; a default counts only where the name is not set at all. */
export function expandPythonReferences(
  value: string,
  resolve: (name: string) => string | undefined,
): string {
  let result = '';
  let done = 0;
  let stop = -1;
  for (
    let open = value.indexOf('${');
    open >= 0;
    open = value.indexOf('${', Math.max(open + 1, done))
  ) {
    if (stop < open + 2) stop = indexOfStop(value, open + 2);
    if (stop < 0) break;
    const hasDefault = value.startsWith(':-', stop);
    if (value[stop] === ':' && !hasDefault) continue;
    const close = hasDefault ? value.indexOf('}', stop) : stop;
    if (close < 0) break;
    const target = resolve(value.slice(open + 2, stop));
    result +=
      value.slice(done, open) + (target ?? (hasDefault ? value.slice(stop + 2, close) : ''));
    done = close + 1;
  }
  return result + value.slice(done);
}

function indexOfStop(value: string, from: number): number {
  const stop = /[}:]/g;
  stop.lastIndex = from;
  return stop.exec(value)?.index ?? -1;
}
