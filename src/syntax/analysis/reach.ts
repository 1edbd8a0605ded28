import type { Expression, FunctionSymbol } from '../statements/expression';
import type { CodeCall, CodeModule } from './codeModule';
import type { CallFinding } from './findCalls';
import { typeOf } from './linkedSteps';
import { Linker, type ModuleSource } from './linker';

/** A line of a file that calls the next. */
export interface CallPlace {
  readonly file: string;
  readonly line: number;
}

/** A finding that a program comes to. */
export interface ReachedFinding {
  readonly finding: CallFinding;
  readonly file: string;
  /** The calls that lead to it, the program's own first; empty where it stands in what the program does first. */
  readonly path: readonly CallPlace[];
}

/** Something that is executed: a function, or what stands at the top of a file. */
interface Node {
  readonly module: CodeModule;
  readonly owner: FunctionSymbol | undefined;
  readonly path: readonly CallPlace[];
}

/** Following one takes up to a millisecond, and somebody waits at a prompt. */
const mostCalls = 2500;
const makers = ['__init__', 'constructor'];

/**
 * The findings that starting a file comes to, by the calls that can be followed, each by its shortest path. What is kept
 * for later, such as the handlers of a server, is not started.
 */
export function reachedFindings(
  entry: CodeModule,
  source: ModuleSource,
  findings: ReadonlyMap<CodeModule, readonly CallFinding[]>,
): readonly ReachedFinding[] {
  const start: Node = { module: entry, owner: undefined, path: [] };
  const queue = [start, ...(entry.main ? [{ ...start, owner: entry.main }] : [])];
  const seen = new Set<CodeModule | FunctionSymbol>();
  const found: ReachedFinding[] = [];
  let left = mostCalls;
  for (let node = queue.shift(); node && left > 0; node = queue.shift()) {
    const { module, owner, path } = node;
    if (seen.has(owner ?? module)) continue;
    seen.add(owner ?? module);
    for (const finding of findings.get(module) ?? [])
      if (finding.call.owner === owner) found.push({ finding, file: module.file, path });
    const calls = module.calls.filter((call) => call.owner === owner);
    left -= calls.length;
    queue.push(...nextOf(node, calls, source));
  }
  return found;
}

function nextOf(
  { module, owner, path }: Node,
  calls: readonly CodeCall[],
  source: ModuleSource,
): readonly Node[] {
  const called = calls.flatMap((call) => {
    const at = { file: module.file, line: call.written.at(-1)?.line ?? 1 };
    return calledBy(call, module, source).flatMap((symbol) => {
      const own = source.at(symbol.file);
      return own ? [{ module: own, owner: symbol, path: [...path, at] }] : [];
    });
  });
  return owner ? called : [...called, ...importedBy(module, path, source)];
}

/** What a file imports does what stands at its top. */
function importedBy(
  module: CodeModule,
  path: readonly CallPlace[],
  source: ModuleSource,
): readonly Node[] {
  return [...module.imports].flatMap((name) => {
    const imported = source.find(name, module.file);
    return imported ? [{ module: imported, owner: undefined, path }] : [];
  });
}

/** The functions of the workspace that a call executes: itself, and those that it is handed. */
function calledBy(
  { steps, names }: CodeCall,
  module: CodeModule,
  source: ModuleSource,
): readonly FunctionSymbol[] {
  const last = steps.at(-1);
  if (!last) return [];
  const callee: Expression = {
    kind: 'chain',
    steps: [...steps.slice(0, -1), { ...last, args: undefined }],
  };
  const handed = (last.args ?? []).map(({ value }) => names.resolve(value));
  return [callee, ...handed].flatMap((one) => functionOf(one, module, source) ?? []);
}

function functionOf(
  expression: Expression,
  module: CodeModule,
  source: ModuleSource,
): FunctionSymbol | undefined {
  if (expression.kind !== 'chain') return undefined;
  const linked = new Linker(source).link(expression, module);
  const last = linked.kind === 'chain' ? linked.steps.at(-1) : undefined;
  if (!last || linked.kind !== 'chain' || last.args) return undefined;
  if (last.stands?.kind === 'function') return last.stands;
  const type = last.stands?.kind === 'class' ? typeOf(linked.steps) : undefined;
  const maker = makers.flatMap((name) => type?.members.get(name) ?? [])[0];
  const begin = maker?.kind === 'chain' ? maker.steps[0]?.stands : undefined;
  return begin?.kind === 'function' ? begin : undefined;
}
