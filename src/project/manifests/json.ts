import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { lineCounter, type Declarations } from './manifest';

export interface Member {
  readonly name: string;
  readonly value: Node;
  readonly line: number;
}

/** A JSON manifest with the positions of its members; what follows a mistake is read as far as it can be. */
export class JsonManifest {
  readonly #lineAt: (offset: number) => number;
  readonly #root: Node | undefined;
  readonly #error: ParseError | undefined;

  constructor(text: string) {
    const errors: ParseError[] = [];
    this.#lineAt = lineCounter(text);
    this.#root = parseTree(text.replace(/^\uFEFF/, ' '), errors, { allowTrailingComma: false });
    this.#error = errors[0];
  }

  get problem(): Pick<Declarations, 'problem'> {
    if (this.#root?.type === 'object' && !this.#error) return {};
    const line = this.#lineAt(this.#error?.offset ?? 0);
    return { problem: { line, message: 'is not valid JSON' } };
  }

  /** The members of the object under `names`, none where there is no such object. */
  members(...names: readonly string[]): Member[] {
    let node = this.#root;
    for (const name of names) node = this.#membersOf(node).find((own) => own.name === name)?.value;
    return this.#membersOf(node);
  }

  /** The members whose value is text, as dependencies and scripts are. */
  texts(...names: readonly string[]): { name: string; text: string; line: number }[] {
    return this.members(...names).flatMap(({ name, value, line }) =>
      typeof value.value === 'string' ? [{ name, text: value.value, line }] : [],
    );
  }

  #membersOf(node: Node | undefined): Member[] {
    if (node?.type !== 'object') return [];
    return (node.children ?? []).flatMap(({ children = [], offset }) => {
      const [key, value] = children;
      if (typeof key?.value !== 'string' || !value) return [];
      return [{ name: key.value, value, line: this.#lineAt(offset) }];
    });
  }
}
