import type { CodeRange, FindingBinding } from '../../core/findings/codeFinding';
import type { Operation } from '../../core/operations/operation';
import { argumentAt } from '../statements/arguments';
import { operationOf } from '../statements/callOperation';
import type { Expression, Step } from '../statements/expression';
import { callsIn, commandFindings } from '../statements/findings';
import type { FoundCall } from '../statements/foundCall';
import { placeOfSql, sqlOf } from '../statements/sqlOf';
import { isEphemeral } from './ephemeral';
import { inMemoryModules } from '../libraries/inMemory';
import type { CodeCall, CodeModule } from './codeModule';
import type { LibraryBook, LibraryMatch, Knowledge } from './libraryBook';
import { Linker, type ModuleSource } from './linker';
import { isNamed, knowledgeOf } from './moduleKnowledge';
import { viewsOf } from './callViews';

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
