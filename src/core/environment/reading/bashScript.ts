import type { Lookup } from '../dialect';
import type { BashWordToken } from './bashTokens';
import { BashWord } from './bashWords';
import { unknownCommand, type Reading } from './reading';

/** Where a command stands in its script. */
export type Certainty =
  | 'runs'
  /** It runs or not, as a condition turns out. */
  | 'mayRun'
  /** What it sets is lost: it runs in a process of its own, or not at all. */
  | 'isLost';

const assignment = /([A-Za-z_]\w*)(\+?)=/y;
const declarations = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);
const harmless = new Set(['set', ':', 'true', 'echo', 'printf', 'shopt']);

/** Reads the assignments of a script one command after another. */
export class BashScript {
  /** Where reading ends early, as bash's does. */
  isOver = false;
  /** Whether the last command did nothing but assign, and so cannot have failed. */
  wasAssignment = false;

  constructor(
    readonly text: string,
    readonly reading: Reading,
    readonly lookup: Lookup,
  ) {}

  run(words: readonly BashWordToken[], certainty: Certainty): void {
    const first = words.findIndex((word) => !this.#assignmentAt(word));
    const command = first < 0 ? undefined : this.#textOf(words[first]!);
    const isDeclaration = command !== undefined && declarations.has(command);
    this.wasAssignment = command === undefined || isDeclaration;
    // What stands before `export` itself is lost with it.
    if (this.wasAssignment)
      return this.#assignAll(words.slice(Math.max(0, first)), certainty, isDeclaration);
    if (command !== undefined && harmless.has(command)) return this.#expandAll(words, certainty);
    if (certainty !== 'isLost')
      this.reading.note(words[first]!.start, 'This line is a command, which is not run here.');
  }

  #assignmentAt(word: BashWordToken): RegExpExecArray | undefined {
    assignment.lastIndex = word.start;
    return assignment.exec(this.text) ?? undefined;
  }

  #textOf({ start, end }: BashWordToken): string {
    return this.text.slice(start, end);
  }

  /** `: ${NAME:=word}` assigns, and nothing else. */
  #expandAll(words: readonly BashWordToken[], certainty: Certainty): void {
    if (certainty !== 'runs') return;
    for (const word of words) this.#expand(word, word.start);
  }

  /** A declaration evaluates all its values before it assigns the first. */
  #assignAll(words: readonly BashWordToken[], certainty: Certainty, isDeclaration: boolean): void {
    const assign = words
      .filter((word) => this.#assignmentAt(word))
      .map((word) => {
        const evaluate = (): (() => void) => this.#evaluate(word, certainty);
        return isDeclaration ? evaluate() : () => evaluate()();
      });
    for (const run of assign) if (!this.isOver) run();
  }

  /** What assigns the value; it does nothing where the value is not to be known. */
  #evaluate(word: BashWordToken, certainty: Certainty): () => void {
    const [head = '', name = '', plus] = this.#assignmentAt(word) ?? [];
    const from = word.start + head.length;
    if (certainty === 'isLost' || this.text[from] === '(') return () => undefined;
    if (certainty === 'mayRun') {
      this.reading.note(
        word.start,
        'This assignment depends on a condition, which is not evaluated here.',
      );
      return () => undefined;
    }
    const home = /^~(?=\/|$)/.test(this.text.slice(from, Math.min(word.end, from + 2)))
      ? this.lookup.get('HOME')
      : undefined;
    const expanded = (home ?? '') + this.#expand(word, home === undefined ? from : from + 1);
    if (this.isOver) return () => undefined;
    const written = this.text.slice(from, word.end);
    return () => {
      const before = plus ? (this.reading.fileFirst(name, this.lookup) ?? '') : '';
      this.reading.assignExpanded(name, written, before + expanded, word.start);
    };
  }

  #expand(word: BashWordToken, from: number): string {
    const value = new BashWord(this.text, word.closings, this.reading, this.lookup);
    const expanded = value.expand(from, word.end);
    if (value.isMissing) {
      this.isOver = true;
      this.reading.note(word.start, 'A variable that this line requires is missing.');
    } else if (value.isUnknown) this.reading.note(word.start, unknownCommand);
    return expanded;
  }
}
