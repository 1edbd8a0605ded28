import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { listOf } from '../../../syntax/evaluation/lists';
import { scalar, unknown, type Value } from '../../../syntax/evaluation/value';

/** The parser takes seconds for a larger file that is nested without end. */
const longestYaml = 128 * 1024;
/** Aliases can make a short file mean more than memory holds. */
const mostNodes = 5_000;
const deepest = 40;

/** What a YAML file holds, each value with its line. */
export function readYaml(text: string, file: string): Value {
  if (text.length > longestYaml) return unknown('the file is larger than settings are');
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, logLevel: 'silent' });
  if (document.errors.length > 0) return unknown('the file is not valid YAML');
  return new YamlReader(document, lineCounter, file).value(document.contents, '', 0);
}

class YamlReader {
  #nodes = 0;

  constructor(
    private readonly document: Document,
    private readonly lines: LineCounter,
    private readonly file: string,
  ) {}

  /** @param name the key under which the node stands */
  value(node: unknown, name: string, depth: number): Value {
    if (++this.#nodes > mostNodes || depth > deepest)
      return unknown('the file is nested too deeply');
    if (isAlias(node)) return this.value(node.resolve(this.document), name, depth + 1);
    if (isMap(node)) return this.#map(node.items, depth);
    if (isSeq(node)) return listOf(node.items.map((item) => this.value(item, name, depth + 1)));
    if (!isScalar(node)) return scalar(null);
    const line = this.lines.linePos(node.range?.[0] ?? 0).line;
    const origin = { kind: 'file', name, file: this.file, line } as const;
    const { value } = node;
    const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
    return scalar(isPlain ? (value as string) : null, [{ kind: 'written', origin }]);
  }

  #map(items: readonly { key: unknown; value: unknown }[], depth: number): Value {
    const entries = new Map<string, Value>();
    for (const { key, value } of items) {
      const name = isScalar(key) ? String(key.value) : '';
      const read = this.value(value, name, depth + 1);
      if (name !== '<<') entries.set(name, read);
      else
        for (const [inherited, own] of read.kind === 'map' ? read.entries : [])
          if (!entries.has(inherited)) entries.set(inherited, own);
    }
    return { kind: 'map', entries, trail: [] };
  }
}
