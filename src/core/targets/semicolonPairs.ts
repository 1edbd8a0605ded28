/** `Name=value;Name={value}` of ODBC, ADO and JDBC for SQL Server; names in lower case without spaces, the last counts. */
export function readPairs(text: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const pattern =
    /\s*([^=;]*)=\s*(?:"((?:[^"]|"")*)"|'((?:[^']|'')*)'|\{((?:[^}]|\}\})*)\}|([^;]*))[^;]*;?|[^;]*;|[^;]+/gs;
  for (const [, name, double, single, braced, bare] of text.matchAll(pattern)) {
    if (name === undefined) continue;
    const value = double ?? single ?? braced ?? bare?.trim() ?? '';
    pairs.set(name.toLowerCase().replace(/[\s_]/g, ''), value);
  }
  return pairs;
}

/** The value of the first name that is set. */
export function pick(pairs: ReadonlyMap<string, string>, ...names: string[]): string | undefined {
  return names.map((name) => pairs.get(name)).find(Boolean);
}
