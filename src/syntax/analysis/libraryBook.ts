import type { Confidence } from '../../core/findings/codeFinding';
import type { LanguageId } from '../languages';
import { argumentAt, isLiteral, isTrue } from '../statements/arguments';
import {
  lastNames,
  matchCallPattern,
  parseCallPattern,
  type CallPattern,
  type IsOfKind,
} from '../statements/callPattern';
import type { Argument, ClassSymbol, Step } from '../statements/expression';
import type { ArgumentPlace } from '../statements/callRule';
import type { FoundCall } from '../statements/foundCall';
import type { Match } from '../statements/ruleBook';
import type { CodeLibrary, LibraryRule } from './codeLibrary';

interface Entry {
  readonly library: CodeLibrary;
  readonly rule: LibraryRule;
  readonly pattern: CallPattern;
  readonly takes?: CallPattern;
  readonly confidence: Confidence;
}

export interface LibraryMatch extends Match {
  readonly rule: LibraryRule;
  readonly library: CodeLibrary;
  readonly confidence: Confidence;
}

/** What is asked of what a file's names stand for. */
export interface Knowledge {
  /** The chains of libraries that a class descends from. */
  readonly basesOf: (symbol: ClassSymbol) => readonly (readonly Step[])[];
  /** Whether the file, or one that it imports, names a module of the library. */
  readonly knows: (library: CodeLibrary) => boolean;
}

/** What stands in the text of a statement, where nothing is called by a name. */
const verbs = ['DELETE', 'UPDATE', 'TRUNCATE', 'DROP'].flatMap((verb) => [
  verb,
  verb.toLowerCase(),
]);

const order: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** The rules of all libraries of a language, by the name of the call. */
export class LibraryBook {
  readonly #byName = new Map<string, Entry[]>();
  readonly #kinds = new Map<CodeLibrary, ReadonlyMap<string, readonly CallPattern[]>>();
  #names: RegExp | undefined;

  constructor(libraries: readonly CodeLibrary[], language: LanguageId) {
    for (const library of libraries) {
      if (!library.languages.includes(language)) continue;
      this.#kinds.set(library, kindsOf(library));
      for (const rule of library.rules)
        for (const match of [rule.match].flat()) this.#add(library, rule, match);
    }
    for (const entries of this.#byName.values())
      entries.sort((a, b) => order.indexOf(a.confidence) - order.indexOf(b.confidence));
  }

  /** Whether a call of that name may be one that a rule is about. */
  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** Whether a text has the name of any such call: most have none, and need not be parsed. */
  isMentionedIn(text: string): boolean {
    this.#names ??= anyOf([...this.#byName.keys()]);
    return this.#names.test(text);
  }

  /** The first rule that fits. */
  find(call: FoundCall, knowledge: Knowledge): LibraryMatch | undefined {
    for (const entry of this.#byName.get(call.steps.at(-1)?.name ?? '') ?? []) {
      const match = matchEntry(entry, call, this.#isOfKind(entry.library, knowledge));
      if (!match) continue;
      if (entry.confidence === 'certain' || isOpen(entry.library, call, knowledge)) return match;
    }
    return undefined;
  }

  /** Whether a class is of a kind that a library has named. */
  isOfKind(
    symbol: ClassSymbol,
    kind: string,
    { library, knowledge }: { readonly library: CodeLibrary; readonly knowledge: Knowledge },
  ): boolean {
    return this.#isOfKind(library, knowledge)(symbol, kind);
  }

  #add(library: CodeLibrary, rule: LibraryRule, match: string): void {
    const entry: Entry = {
      library,
      rule,
      pattern: parseCallPattern(match, library.steps),
      confidence: rule.confidence ?? 'certain',
      ...(rule.takes === undefined ? {} : { takes: parseCallPattern(rule.takes, library.steps) }),
    };
    for (const name of lastNames(match))
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), entry]);
  }

  #isOfKind(library: CodeLibrary, { basesOf }: Knowledge): IsOfKind {
    return (symbol, kind) => {
      const patterns = this.#kinds.get(library)?.get(kind) ?? [];
      return basesOf(symbol).some((base) => patterns.some((one) => matchCallPattern(one, base)));
    };
  }
}

function kindsOf({ classes = {}, steps }: CodeLibrary): Map<string, readonly CallPattern[]> {
  return new Map(
    Object.entries(classes).map(([kind, bases]) => [
      kind,
      bases.map((base) => parseCallPattern(base, steps)),
    ]),
  );
}

function matchEntry(entry: Entry, call: FoundCall, isOfKind: IsOfKind): LibraryMatch | undefined {
  const { rule, pattern, takes, library, confidence } = entry;
  const { steps, scope } = call;
  const args = steps.at(-1)?.args ?? [];
  if (rule.isBare && args.length > 0) return undefined;
  if (rule.says && !isLiteral(argumentAt(args, rule.says.place), rule.says.literal))
    return undefined;
  const captures = matchCallPattern(pattern, steps, isOfKind);
  if (captures && rule.given !== undefined && !isGiven(rule.given, args, scope)) return undefined;
  const found = { rule, library, confidence };
  if (!captures || !takes) return captures && { ...found, captures, hit: steps };
  const first = args[0] && scope.resolveChain(args[0].value);
  const taken = first && matchCallPattern(takes, first.steps, isOfKind);
  return taken && { ...found, captures: new Map([...captures, ...taken]), hit: first.steps };
}

/** Where a chain begins with the library itself, what it does not say for certain it does not do. */
function isOpen(library: CodeLibrary, { steps }: FoundCall, knowledge: Knowledge): boolean {
  const [root] = steps;
  if (root?.stands?.kind === 'module' && library.modules.includes(root.name)) return false;
  return knowledge.knows(library);
}

function isGiven(
  place: ArgumentPlace,
  args: readonly Argument[],
  scope: FoundCall['scope'],
): boolean {
  const held = args.map(({ name, value }) => ({
    ...(name === undefined ? {} : { name }),
    value: scope.resolve(value),
  }));
  return isTrue(argumentAt(held, place));
}

function anyOf(names: readonly string[]): RegExp {
  const choices = names.flatMap((name) => (name ? escaped(name) : verbs));
  return new RegExp(`(?<![\\w$])(?:${choices.join('|')})(?![\\w$])`);
}

function escaped(name: string): string {
  return name.replace(/[$!?*]/g, '\\$&');
}
