export interface IniEntry {
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/** The sections of a file as Python's configparser reads it: keys in lower case, `%(name)s` still in place. */
export function readIni(text: string): ReadonlyMap<string, ReadonlyMap<string, IniEntry>> {
  const sections = new Map<string, Map<string, IniEntry>>();
  let section = new Map<string, IniEntry>();
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*[#;]/.test(line)) continue;
    const header = /^\[([^\]]+)\]/.exec(line)?.[1];
    if (header !== undefined) {
      section = sections.get(header) ?? new Map<string, IniEntry>();
      sections.set(header, section);
    }
    const at = line.search(/[=:]/);
    if (header !== undefined || at < 1 || /^\s/.test(line)) continue;
    const value = line.slice(at + 1).trim();
    section.set(line.slice(0, at).trim().toLowerCase(), { value, line: index + 1 });
  }
  return sections;
}
