import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';

export interface Property {
  /** Dotted, as in a `.properties` file: `spring.datasource.url`. */
  readonly name: string;
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/** One of the documents that a file of settings is made of; a later one wins over an earlier one. */
export interface SpringDocument {
  readonly properties: readonly Property[];
}

export interface SpringFile {
  readonly documents: readonly SpringDocument[];
  readonly problem?: { readonly line: number; readonly message: string };
}

const goesOn = /(?<!\\)(\\\\)*\\$/;
const property = /^((?:\\.|[^\\=:\s])+)\s*[=:]?\s*(.*)$/;

/** Java's properties: `=`, `:` or a blank ends the name, a backslash at the end of a line goes on. `#---` parts documents. */
export function readProperties(text: string): SpringFile {
  const documents: Property[][] = [[]];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1;
    const written = lines[index]?.trimStart() ?? '';
    if (/^[#!]---\s*$/.test(written)) documents.push([]);
    if (/^[#!]|^$/.test(written)) continue;
    const parts = [written];
    while (goesOn.test(parts.at(-1) ?? '') && index + 1 < lines.length)
      parts.push(lines[++index]?.trimStart() ?? '');
    const logical = parts.map((part) => (goesOn.test(part) ? part.slice(0, -1) : part)).join('');
    const [, name = '', value = ''] = property.exec(logical) ?? [];
    if (name) documents.at(-1)?.push({ name: unescape(name), value: unescape(value), line });
  }
  return { documents: documents.map((properties) => ({ properties })) };
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };
  return text.replace(/\\(?:u([\da-fA-F]{4})|(.))/g, (_, code?: string, character = '') =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (named[character] ?? character),
  );
}

/** The parser takes seconds for a larger file that is nested without end. */
const longestYaml = 128 * 1024;

export function readYaml(text: string): SpringFile {
  if (text.length > longestYaml)
    return { documents: [], problem: { line: 1, message: 'is larger than settings are' } };
  const counter = new LineCounter();
  const documents = [...parseAllDocuments(text, { lineCounter: counter, logLevel: 'silent' })];
  const error = documents.flatMap(({ errors = [] }) => errors)[0];
  if (error)
    return {
      documents: [],
      problem: { line: counter.linePos(error.pos[0]).line, message: 'is not valid YAML' },
    };
  const flatten = (node: unknown, path: string): Property[] => {
    if (isMap(node))
      return node.items.flatMap(({ key, value }) =>
        flatten(value, [path, String(isScalar(key) ? key.value : key)].filter(Boolean).join('.')),
      );
    if (isSeq(node)) return node.items.flatMap((item, index) => flatten(item, `${path}[${index}]`));
    if (!isScalar(node) || node.value === null) return [];
    const line = counter.linePos(node.range?.[0] ?? 0).line;
    return [{ name: path, value: String(node.value), line }];
  };
  return {
    documents: documents.map((document) => ({
      properties: flatten(document.contents, ''),
    })),
  };
}
