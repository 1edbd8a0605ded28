/** What option files say, by option name with dashes; the last one that is read counts. */
export interface FileOptions {
  readonly values: ReadonlyMap<string, string>;
  /** A file that a command names and that could not be read. */
  readonly missing?: string;
}

export interface OptionFileChoice {
  readonly files: readonly string[];
  /** Files that the command names itself: the program ends without them. */
  readonly required: readonly string[];
  readonly groups: readonly string[];
}

/** Reads the option files of a MySQL or MariaDB program in their order. */
export function readOptionFiles(
  { files, required, groups }: OptionFileChoice,
  readFile: (path: string) => string | undefined,
): FileOptions {
  const values = new Map<string, string>();
  for (const file of files) {
    const text = readFile(file);
    if (text === undefined && required.includes(file)) return { values, missing: file };
    readInto(values, text ?? '', groups, readFile);
  }
  return { values };
}

function readInto(
  values: Map<string, string>,
  text: string,
  groups: readonly string[],
  readFile: (path: string) => string | undefined,
): void {
  let group = '';
  for (const line of text.split(/\r?\n/).map((raw) => raw.trim())) {
    const included = /^!include\s+(.+)$/.exec(line)?.[1];
    if (included !== undefined) readInto(values, readFile(included) ?? '', groups, () => undefined);
    const section = /^\[(.+)\]/.exec(line)?.[1];
    if (section !== undefined) group = section.trim();
    else if (groups.includes(group)) readLine(values, line);
  }
}

function readLine(values: Map<string, string>, line: string): void {
  if (/^[#;!]/.test(line)) return;
  const [, name, value = ''] = /^([\w-]+)\s*(?:=\s*(.*))?$/s.exec(line) ?? [];
  if (name === undefined) return;
  const bare = /^(["'])(.*)\1/.exec(value)?.[2] ?? value.replace(/\s*#.*$/, '');
  values.set(name.replaceAll('_', '-').replace(/^loose-/, ''), bare);
}
