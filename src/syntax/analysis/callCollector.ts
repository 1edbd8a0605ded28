import type { Node } from 'web-tree-sitter';
import { childrenOf } from '../evaluation/nodes';
import type { Meaning } from '../statements/codeGrammar';
import { each, stepsOf, type Chain, type Expression, type Step } from '../statements/expression';
import { lineOf, type ExpressionReader } from '../statements/expressionReader';
import type { CodeDialect } from './codeDialect';
import type { CodeCall } from './codeModule';
import type { Names } from './names';
import type { OpenFunction, Place } from './place';
import { readAlias } from './readType';

const deepestHanding = 8;

/** Collects the calls of a file, each with its chain as its function knows it. */
export class CallCollector {
  readonly calls: CodeCall[] = [];
  /** Every module that is named. */
  readonly imports = new Set<string>();

  constructor(
    private readonly dialect: CodeDialect,
    private readonly reader: ExpressionReader,
  ) {}

  reportChain(node: Node, place: Place): void {
    const expression = this.reader.read(node);
    if (expression.kind !== 'chain') return;
    this.#noteModule(expression.steps[0]);
    const written = expression.steps;
    notePassingOn(written, place.owner);
    const resolved = this.resolve(expression, place.names, lineOf(node));
    const added = resolved.length - written.length;
    written.forEach((step, at) => {
      if (!step.args) return;
      const steps = resolved.slice(0, added + at + 1);
      if (steps.at(-1)?.end === step.end || steps.length === 0)
        this.#report(written.slice(0, at + 1), steps, written.slice(at + 1), place);
    });
  }

  /** `users.each(&:destroy)` */
  reportMethods(node: Node, receiver: readonly Step[], place: Place): void {
    const given = childrenOf(node).flatMap((child) => [child, ...childrenOf(child)]);
    for (const child of given) {
      if (this.reader.meaningOf(child)?.is !== 'method') continue;
      const value = this.reader.read(childrenOf(child)[0]);
      if (value.kind !== 'text') continue;
      const { row, column } = child.startPosition;
      const named = { name: value.text, args: [], line: row + 1, column: column + 1 };
      const steps = [...receiver, named];
      this.#report(steps, steps, [], place);
    }
  }

  /** What a call hands the functions among its arguments: each of what it is called on, or of an argument beside. */
  handing(node: Node, { is }: Meaning, names: Names): Pick<Place, 'handed' | 'loop'> {
    const expression = is === 'call' || is === 'send' ? this.reader.read(node) : undefined;
    const last = expression?.kind === 'chain' ? expression.steps.at(-1) : undefined;
    const { callbacks } = this.dialect;
    if (expression?.kind !== 'chain' || !last || !Object.hasOwn(callbacks, last.name)) return {};
    const source = this.resolve(handedBy(expression), names, last.line);
    if (callbacks[last.name] === 'same') return { handed: { steps: source, isEach: false } };
    return {
      handed: { steps: [...source, { name: each, line: last.line }], isEach: true },
      loop: { source, isConditional: false },
    };
  }

  /** Whether a function is handed to a call that keeps it for later: `app.get('/', f)`, `app.get('/', [wrap(f)])`. */
  isDeferred(node: Node): boolean {
    const { defers } = this.dialect;
    if (!defers) return false;
    let around = node.parent;
    for (let depth = 0; around && depth < deepestHanding; depth++, around = around.parent) {
      if (this.reader.meaningOf(around)?.is === 'function') return false;
      const expression = this.reader.read(around);
      const last = expression.kind === 'chain' ? expression.steps.at(-1) : undefined;
      if (last?.args && defers.test(last.name)) return true;
    }
    return false;
  }

  /** What an expression holds with its names followed; nothing where that cannot be said. */
  held(node: Node | undefined, names: Names): Expression | undefined {
    const value = readAlias(node) ?? this.reader.read(node);
    return value.kind === 'other' ? undefined : this.follow(value, names);
  }

  follow(value: Expression, names: Names): Expression {
    const resolved = names.resolve(this.#ofSelf(value, names));
    if (resolved.kind !== 'chain') return resolved;
    this.#noteModule(resolved.steps[0]);
    return { kind: 'chain', steps: this.#required(resolved.steps) };
  }

  resolve(expression: Expression, names: Names, line: number): readonly Step[] {
    return this.#required(stepsOf(names.resolve(this.#ofSelf(expression, names)), line));
  }

  /** `drop_table(…)` is `self.drop_table(…)` where nothing else has the name. */
  #ofSelf(expression: Expression, names: Names): Expression {
    const [root] = expression.kind === 'chain' ? expression.steps : [];
    const { self, selfIsLeftOut } = this.dialect;
    if (!selfIsLeftOut || expression.kind !== 'chain' || !root?.name || root.stands)
      return expression;
    if (names.holderOf(root.name) || !names.holderOf(self)) return expression;
    const own = { kind: 'chain', steps: [{ name: self, line: root.line }] } as const;
    const isOwn = root.args ?? /^[a-z]/.test(root.name);
    return isOwn ? { kind: 'chain', steps: [...own.steps, ...expression.steps] } : expression;
  }

  #report(
    written: readonly Step[],
    steps: readonly Step[],
    after: readonly Step[],
    { names, loop, owner }: Place,
  ): void {
    this.calls.push({
      written,
      steps: steps.length > 0 ? steps : written,
      after,
      names,
      ...(loop ? { loop } : {}),
      ...(owner ? { owner } : {}),
    });
  }

  /** `require('x')` is the module. */
  #required(steps: readonly Step[]): readonly Step[] {
    const module = this.#requiredModule(steps[0]);
    if (module === undefined) return steps;
    const line = steps[0]?.line ?? 1;
    return [{ name: module, line, stands: { kind: 'module' } }, ...steps.slice(1)];
  }

  #requiredModule(root: Step | undefined): string | undefined {
    const isModule = this.dialect.requires?.includes(root?.name ?? '');
    const argument = isModule ? root?.args?.[0]?.value : undefined;
    return argument?.kind === 'text' ? argument.text : undefined;
  }

  #noteModule(root: Step | undefined): void {
    const module = this.#requiredModule(root);
    if (module !== undefined) this.imports.add(module);
  }
}

/** `users.forEach(f)` hands out users, and so do `each(users, f)` and `map(f, users)`. */
function handedBy({ steps }: Chain): Expression {
  const args = steps.at(-1)?.args?.map(({ value }) => value) ?? [];
  const beside = steps.length > 1 ? args.slice(0, 1) : args;
  const found = beside.find(({ kind }) => kind === 'chain');
  return found ?? { kind: 'chain', steps: steps.slice(0, -1) };
}

/** `super().delete()` in a method `delete`. */
function notePassingOn([root, next]: readonly Step[], owner: OpenFunction | undefined): void {
  if (root?.name === 'super' && next && owner?.name.endsWith(`.${next.name}`))
    owner.isPassingOn = true;
}
