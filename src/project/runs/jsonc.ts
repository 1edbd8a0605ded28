import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import type { Problem } from '../../core/environment/setting';
import type { Files } from '../files';
import { lineCounter } from '../manifests/manifest';

/** A value of a JSON file with comments, as VS Code writes its own. What is not there or of another kind is empty. */
export class JsoncValue {
  constructor(
    private readonly node: Node,
    private readonly lineAt: (offset: number) => number,
  ) {}

  /** 1-based. */
  get line(): number {
    return this.lineAt(this.node.offset);
  }

  get(name: string): JsoncValue | undefined {
    return this.members().find((member) => member.name === name)?.value;
  }

  text(name: string): string | undefined {
    const value = this.get(name)?.plain();
    return typeof value === 'string' ? value : undefined;
  }

  plain(): unknown {
    return getNodeValue(this.node) as unknown;
  }

  members(): { readonly name: string; readonly value: JsoncValue }[] {
    if (this.node.type !== 'object') return [];
    return (this.node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      typeof key?.value === 'string' && value
        ? [{ name: key.value, value: new JsoncValue(value, this.lineAt) }]
        : [],
    );
  }

  /** The items of a list; a value that is no list counts as a list of itself. */
  items(): JsoncValue[] {
    if (this.node.type !== 'array') return [this];
    return (this.node.children ?? []).map((child) => new JsoncValue(child, this.lineAt));
  }
}

/** Plain data as if it had been read. It has no lines. */
export function jsoncValue(data: unknown): JsoncValue {
  return new JsoncValue(parseTree(JSON.stringify(data ?? null))!, () => 1);
}

export interface JsoncFile {
  readonly value: JsoncValue | undefined;
  readonly problems: readonly Problem[];
}

/** Reads as much of a broken file as can be read. */
export async function readJsonc(files: Files, file: string): Promise<JsoncFile> {
  const content = await files.read(file);
  if (content.kind === 'missing') return { value: undefined, problems: [] };
  if (content.kind === 'unreadable')
    return { value: undefined, problems: [{ file, message: content.reason }] };
  const errors: ParseError[] = [];
  const text = content.text.replace(/^\uFEFF/, ' ');
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const lineAt = lineCounter(text);
  const [error] = errors;
  const problems = error
    ? [{ file, line: lineAt(error.offset), message: 'is not valid JSON' }]
    : [];
  return { value: root && new JsoncValue(root, lineAt), problems };
}
