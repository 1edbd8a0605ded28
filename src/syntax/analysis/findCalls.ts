import type { CodeFinding, CodeRange, FindingBinding } from '../../core/findings/codeFinding';
import type { Operation, Reach } from '../../core/operations/operation';
import type { StatementReader } from '../../core/operations/statementReader';
import { argumentAt, firstAt } from '../statements/arguments';
import { operationOf } from '../statements/callOperation';
import { instance, type Expression, type Step } from '../statements/expression';
import { callsIn, commandFindings } from '../statements/findings';
import type { FoundCall } from '../statements/foundCall';
import { placeOfSql, sqlOf } from '../statements/sqlOf';
import { isEphemeral } from './ephemeral';
import type { LibraryRule } from './codeLibrary';
import { inMemoryModules } from '../libraries/inMemory';
import { mayBeUndefined } from './mayBeUndefined';
import type { CodeCall, CodeModule } from './codeModule';
import type { LibraryBook, LibraryMatch, Knowledge } from './libraryBook';
import { Linker, typeOf, type ModuleSource } from './linker';

/** A call that a rule fits, and what it does; SQL is still to be read. */
export interface CallFinding {
  readonly call: CodeCall;
  readonly match: LibraryMatch;
  readonly range: CodeRange;
  readonly binding?: FindingBinding;
  readonly effects: readonly (
    | { readonly kind: 'operation'; readonly operation: Operation }
    | { readonly kind: 'sql'; readonly text: string }
  )[];
}

/** The calls of a file that do something to data. */
export function findCalls(
  module: CodeModule,
  source: ModuleSource,
  book: LibraryBook,
): readonly CallFinding[] {
  if (playsDatabases(module, source)) return [];
  const knowledge = knowledgeOf(module, source);
  return module.calls
    .filter((call) => mayFit(call, book))
    .flatMap((call) => findIn(call, { module, source, book, knowledge }));
}

/** The name that is called, unless what is called is itself a connection: a tag, as in sql`DELETE …`. */
function mayFit({ written, steps }: CodeCall, book: LibraryBook): boolean {
  const { name, args } = written.at(-1)!;
  if (book.has(name)) return true;
  return steps.length === 1 && args?.[0]?.value.kind === 'text' && book.has('');
}

const tests = /(^|[/._-])(tests?|specs?|__tests__)([/._-]|$)/i;

/** A file whose database is in memory; of a test, that may be said in a file that it imports. */
function playsDatabases(module: CodeModule, source: ModuleSource): boolean {
  if (!tests.test(module.file)) return [...module.imports].some(isInMemory);
  return isNamed(inMemoryModules, module, source);
}

function isInMemory(name: string): boolean {
  return inMemoryModules.includes(name);
}

interface Search {
  readonly module: CodeModule;
  readonly source: ModuleSource;
  readonly book: LibraryBook;
  readonly knowledge: Knowledge;
}

function findIn(call: CodeCall, search: Search): readonly CallFinding[] {
  const { module, source, book, knowledge } = search;
  const best = bestView(call, module, source, (found) => {
    const match = book.find(found, knowledge);
    return match && !isOfProject(match, found, source) ? match : undefined;
  });
  if (!best || isEphemeral(best.found) || isInTest(call, best.match, search)) return [];
  const { match, found } = best;
  const range = rangeOfSql(match, call) ?? rangeOf(call.written.at(-1)!);
  const effects = effectsOf(match, found, book, knowledge);
  const binding = bindingOf(match);
  return range && effects.length > 0
    ? [{ call, match, range, effects, ...(binding ? { binding } : {}) }]
    : [];
}

/** Whether a call is in a method of a test that has a database of its own. */
function isInTest(
  { owner }: CodeCall,
  { library }: LibraryMatch,
  { module, book, knowledge }: Search,
): boolean {
  const value = module.names.get(owner?.name.split('.')[0] ?? '');
  const stands = value?.kind === 'chain' ? value.steps[0]?.stands : undefined;
  return stands?.kind === 'class' && book.isOfKind(stands, 'Test', { library, knowledge });
}

/** What is certain in one of the ways to see a call, else the first that fits. */
function bestView(
  call: CodeCall,
  module: CodeModule,
  source: ModuleSource,
  find: (found: FoundCall) => LibraryMatch | undefined,
): { readonly found: FoundCall; readonly match: LibraryMatch } | undefined {
  let best: { readonly found: FoundCall; readonly match: LibraryMatch } | undefined;
  for (const steps of viewsOf(call.steps, module, source)) {
    // What a function of the project does inside is found there.
    if (steps.at(-1)?.end !== call.written.at(-1)?.end) continue;
    const found = foundCall(call, steps, module, source);
    const match = find(found);
    if (match?.confidence === 'certain') return { found, match };
    if (match) best ??= { found, match };
  }
  return best;
}

/** Whether a record has a method of its own in the place of the library's, which the project is to answer for. */
function isOfProject(
  { captures, rule, hit }: LibraryMatch,
  { steps }: FoundCall,
  source: ModuleSource,
): boolean {
  const isOfOne = 'id' in rule && rule.reach === 'one' && hit === steps;
  if (!isOfOne || steps.at(-2)?.isInherited) return false;
  const type = [...captures.values()].flatMap(({ stands }) =>
    stands?.kind === 'class' ? [stands] : [],
  )[0];
  const own = type && new Linker(source).methodOf(type, steps.at(-1)?.name ?? '');
  return own !== undefined && !own.isPassingOn;
}

/**
 * The ways to see a chain: with the fields of models left alone; followed to its end; and as made by the library that a
 * class descends from.
 */
function* viewsOf(
  steps: readonly Step[],
  module: CodeModule,
  source: ModuleSource,
): Generator<readonly Step[]> {
  const chain = { kind: 'chain', steps } as const;
  for (const keepsModels of [true, false]) {
    const linker = new Linker(source, keepsModels);
    const linked = linker.link(chain, module);
    if (linked.kind !== 'chain') continue;
    yield linked.steps;
    yield* asBases(linked.steps, linker);
  }
}

function* asBases(steps: readonly Step[], linker: Linker): Generator<readonly Step[]> {
  const at = steps.findIndex(({ name }) => name === instance);
  const type = at > 0 ? typeOf(steps.slice(0, at + 1)) : undefined;
  for (const base of type ? linker.externalBases(type) : []) {
    const last = base.at(-1);
    if (last)
      yield [...base.slice(0, -1), { ...last, args: last.args ?? [] }, ...steps.slice(at + 1)];
  }
}

function foundCall(
  call: CodeCall,
  steps: readonly Step[],
  module: CodeModule,
  source: ModuleSource,
): FoundCall {
  const { written, after, loop, names } = call;
  const follow = (expression: Expression): Expression =>
    new Linker(source).link(names.resolve(expression), module);
  const scope = {
    resolve: follow,
    resolveChain: (expression: Expression) => {
      const followed = follow(expression);
      return followed.kind === 'chain' ? followed : undefined;
    },
  };
  const linked = loop?.source && follow({ kind: 'chain', steps: loop.source });
  const over = linked?.kind === 'chain' ? { ...loop, source: linked.steps } : loop;
  return {
    written,
    steps,
    after,
    scope,
    ...(over ? { loop: { isConditional: false, ...over } } : {}),
  };
}

function knowledgeOf(module: CodeModule, source: ModuleSource): Knowledge {
  return {
    basesOf: remembered((symbol) => new Linker(source).externalBases(symbol)),
    knows: remembered(({ modules }) => isNamed(modules, module, source)),
  };
}

/** What is asked of every call is answered once. */
function remembered<Key, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, answer(key));
    return known.get(key)!;
  };
}

function isNamed(modules: readonly string[], module: CodeModule, source: ModuleSource): boolean {
  const imported = [...module.imports].flatMap((name) => source.find(name, module.file) ?? []);
  return [module, ...imported].some(({ imports }) =>
    [...imports].some((name) => modules.some((own) => isWithin(name, own))),
  );
}

function isWithin(name: string, module: string): boolean {
  return name === module || name.startsWith(`${module}.`) || name.startsWith(`${module}/`);
}

function effectsOf(
  match: LibraryMatch,
  call: FoundCall,
  book: LibraryBook,
  knowledge: Knowledge,
): CallFinding['effects'] {
  const { rule, library } = match;
  const args = call.steps.at(-1)?.args ?? [];
  if ('id' in rule)
    return [
      { kind: 'operation', operation: operationOf(rule, match, call, library.narrowing ?? {}) },
    ];
  if ('sql' in rule) {
    const text = sqlOf(argumentAt(args, rule.sql), call.scope);
    return text === undefined ? [] : [{ kind: 'sql', text }];
  }
  if ('command' in rule)
    return commandFindings(rule, match, call).flatMap((found) =>
      found.kind === 'operation' ? [found] : [],
    );
  if ('include' in rule) return [];
  return callsIn(rule, call).flatMap((inner) => {
    const own = book.find(inner, knowledge);
    return own ? effectsOf(own, inner, book, knowledge) : [];
  });
}

/** A model by its class. */
function bindingOf({ captures }: LibraryMatch): FindingBinding | undefined {
  for (const { stands } of captures.values())
    if (stands?.kind === 'class') return { kind: 'model', name: stands.name, file: stands.file };
  return undefined;
}

/** The first word of a statement. */
function rangeOfSql({ rule }: LibraryMatch, { written }: CodeCall): CodeRange | undefined {
  const args = written.at(-1)?.args ?? [];
  const argument = 'sql' in rule ? argumentAt(args, rule.sql) : undefined;
  const at = placeOfSql(argument);
  const word = sqlOf(argument, asWritten)?.match(/\w+/)?.[0] ?? '';
  return at && { ...at, endLine: at.line, endColumn: at.column + word.length };
}

const asWritten: FoundCall['scope'] = {
  resolve: (expression) => expression,
  resolveChain: () => undefined,
};

function rangeOf({ name, line, column, end }: Step): CodeRange | undefined {
  if (column === undefined) return undefined;
  const isShort = end?.line === line;
  return { line, column, endLine: line, endColumn: isShort ? end.column : column + name.length };
}

const destructive = new Set<Operation['kind']>([
  'delete',
  'truncate',
  'drop',
  'overwrite',
  'terminate',
]);

/** Whether an operation is worth a mark: inserts, migrations and changes of one record are everyday work. */
export function isMarked({ kind, reach }: Operation): boolean {
  return destructive.has(kind) || (kind === 'update' && reach !== 'one');
}

/** What is done to one at a time, many times. */
function repeated(operation: Operation): Operation {
  return operation.reach === 'one' ? { ...operation, reach: 'some' } : operation;
}

/** The finding of a call that a rule fits; the worst of what it does. */
export async function toFindings(
  { match, range, binding, effects, call }: CallFinding,
  sql: StatementReader,
): Promise<readonly CodeFinding[]> {
  const { rule, library, confidence } = match;
  const isRepeated = Boolean(call.loop) || ('sql' in rule && rule.isRepeated);
  const read = await Promise.all(
    effects.map(async (effect) => {
      if (effect.kind === 'operation') return [effect.operation];
      const operations = await sql.read(effect.text, 'sql');
      return isRepeated ? operations.map(repeated) : operations;
    }),
  );
  return read
    .flat()
    .filter(isMarked)
    .map(({ kind, reach, subject, rule: id, takesAll }) => ({
      kind,
      reach,
      subject,
      rule: id,
      range,
      api: library.name,
      confidence,
      ...(takesAll ? { takesAll } : {}),
      ...(library.system ? { system: library.system } : {}),
      ...trapOf(rule, reach, call),
      ...(binding ? { binding } : {}),
      ...(call.owner?.name ? { owner: call.owner.name } : {}),
    }));
}

function trapOf(rule: LibraryRule, reach: Reach, { written }: CodeCall): Pick<CodeFinding, 'trap'> {
  const { trap, unfilteredTrap, undefinedTrap } = rule;
  const places = 'filter' in rule ? rule.filter : undefined;
  const isUnsure = mayBeUndefined(firstAt(written.at(-1)?.args ?? [], places));
  const told =
    (isUnsure ? undefinedTrap : undefined) ??
    (reach === 'all' ? unfilteredTrap : undefined) ??
    trap;
  return told === undefined ? {} : { trap: told };
}
