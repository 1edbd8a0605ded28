const plainName = /[*#$@!?\-0-9]|[A-Za-z_][A-Za-z0-9_]*/y;

/** Go's `os.Expand`: what stands between `${` and the next `}` is one name, and what it cannot read is dropped. */
export function expandGoReferences(value: string, resolve: (name: string) => string): string {
  let result = '';
  let done = 0;
  let lastClose = -2;
  for (let at = value.indexOf('$'); at >= 0; at = value.indexOf('$', done)) {
    result += value.slice(done, at);
    if (value[at + 1] === '{') {
      if (lastClose !== -1 && lastClose < at) lastClose = value.indexOf('}', at);
      const name = lastClose < 0 ? '' : value.slice(at + 2, lastClose);
      done = lastClose < 0 ? at + 2 : lastClose + 1;
      result += name === '' ? '' : resolve(name);
      continue;
    }
    plainName.lastIndex = at + 1;
    const name = plainName.exec(value)?.[0];
    done = at + 1 + (name?.length ?? 0);
    result += name === undefined ? '$' : resolve(name);
  }
  return result + value.slice(done);
}
