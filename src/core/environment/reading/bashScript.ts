import type { Lookup } from '../dialect';
import { lexBash, type BashToken } from './bashTokens';
import { BashWord } from './bashWords';
import { unknownCommand, type Reading } from './reading';

type Word = Extract<BashToken, { kind: 'word' }>;

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

  run(words: readonly Word[], certainty: Certainty): void {
    const first = words.findIndex((word) => !this.#assignmentAt(word));
    const command = first < 0 ? undefined : this.#textOf(words[first]!);
    this.wasAssignment = first < 0;
    if (command !== undefined && !declarations.has(command)) {
      if (!harmless.has(command) && certainty !== 'isLost')
        this.reading.note(words[first]!.start, 'This line is a command, which is not run here.');
      return;
    }
    this.wasAssignment = true;
    for (const word of words) {
      if (!this.isOver) this.#assign(word, certainty);
    }
  }

  #assignmentAt(word: Word): RegExpExecArray | undefined {
    assignment.lastIndex = word.start;
    return assignment.exec(this.text) ?? undefined;
  }

  #textOf({ start, end }: Word): string {
    return this.text.slice(start, end);
  }

  #assign(word: Word, certainty: Certainty): void {
    const match = this.#assignmentAt(word);
    const from = word.start + (match?.[0].length ?? 0);
    if (!match || certainty === 'isLost' || this.text[from] === '(') return;
    const [, name, plus] = match;
    if (certainty === 'mayRun')
      return this.reading.note(
        word.start,
        'This assignment depends on a condition, which is not evaluated here.',
      );
    const value = new BashWord(this.text, word.closings, this.reading, this.lookup);
    const expanded = value.expand(from, word.end);
    this.isOver = value.isMissing;
    if (value.isMissing)
      return this.reading.note(word.start, 'A variable that this line requires is missing.');
    if (value.isUnknown) this.reading.note(word.start, unknownCommand);
    const before = plus ? (this.reading.fileFirst(name!, this.lookup) ?? '') : '';
    this.reading.assignExpanded(
      name!,
      this.text.slice(from, word.end),
      before + expanded,
      word.start,
    );
  }
}

const opening = new Set(['if', 'for', 'while', 'until', 'case', 'select', 'function']);
const closing = new Set(['fi', 'done', 'esac']);
const transparent = new Set(['then', 'else', 'elif', 'do', '!', '{', '}', 'time']);

/** Follows what stands around each command: conditions, lists, subshells. */
export function readBashScript(text: string, reading: Reading, lookup: Lookup): void {
  const script = new BashScript(text, reading, lookup);
  let words: Word[] = [];
  let depth = 0;
  let subshells = 0;
  let after = '\n';
  const finish = (operator: string): void => {
    const lost = subshells > 0 || operator === '&' || operator === '|' || after === '|';
    const certainty = lost ? 'isLost' : certaintyOf(depth, after, script.wasAssignment);
    if (words.length > 0) script.run(words, certainty);
    words = [];
    after = operator;
  };
  for (const token of lexBash(text)) {
    if (script.isOver) return;
    if (token.kind === 'unclosed')
      return reading.note(token.start, 'bash reads no further than this line: a quote is open.');
    if (token.kind === 'operator') {
      if (/[<>]/.test(token.text)) continue;
      if (token.text === '(' && words.length > 0)
        return reading.note(token.start, 'This file is read up to this line only.');
      finish(token.text === ')' ? '\n' : token.text);
      subshells = Math.max(0, subshells + (token.text === '(' ? 1 : token.text === ')' ? -1 : 0));
      continue;
    }
    const word = words.length === 0 ? text.slice(token.start, token.end) : '';
    if (opening.has(word)) depth++;
    else if (closing.has(word)) depth = Math.max(0, depth - 1);
    else if (!transparent.has(word)) words.push(token);
  }
  finish('\n');
}

function certaintyOf(depth: number, after: string, wasAssignment: boolean): Certainty {
  if (depth > 0) return 'mayRun';
  if (after !== '&&' && after !== '||') return 'runs';
  if (!wasAssignment) return 'mayRun';
  return after === '&&' ? 'runs' : 'isLost';
}
