import type { Lookup } from '../dialect';
import { BashScript, type Certainty } from './bashScript';
import { lexBash, type BashWordToken } from './bashTokens';
import type { Reading } from './reading';

const opening = new Set(['if', 'for', 'while', 'until', 'case', 'select', 'function']);
const closing = new Set(['fi', 'done', 'esac']);
const inside = new Set(['then', 'else', 'elif', 'do']);
const transparent = new Set(['!', 'time']);

/** One command of a list, and what joins it to its neighbours. */
interface Command {
  readonly words: readonly BashWordToken[];
  readonly before: string;
  readonly after: string;
  /** How many conditions and loops are around it. */
  readonly depth: number;
  readonly isSubshell: boolean;
}

/** Follows what stands around each command: lists, conditions, subshells. */
class BashList {
  #words: BashWordToken[] = [];
  #commands: Command[] = [];
  #before = '\n';
  #depth = 0;
  #braces = 0;
  #subshells = 0;
  /** Whether something that needs no command of its own came before. */
  #hasCompound = false;
  #isRedirected = false;

  constructor(readonly script: BashScript) {}

  /** Whether bash can make sense of the word here. */
  addWord(word: BashWordToken, text: string): boolean {
    if (this.#isRedirected) this.#isRedirected = false;
    else if (this.#words.length > 0 || !this.#isReserved(text)) this.#words.push(word);
    return this.#depth >= 0 && this.#braces >= 0;
  }

  /** Whether bash can make sense of the operator here. */
  addOperator(operator: string): boolean {
    this.#isRedirected = /[<>]/.test(operator);
    if (this.#isRedirected) return true;
    const isEmpty = this.#words.length === 0 && !this.#hasCompound;
    if (operator === '(') {
      this.#subshells++;
      return isEmpty;
    }
    if (operator === '\n' && isEmpty) return true;
    if (operator === ';;' && this.#depth === 0) return false;
    if (isEmpty && this.#depth === 0 && operator !== ')') return false;
    this.#finishCommand(operator);
    return this.#subshells >= 0;
  }

  /** Runs the list at hand where it is whole. */
  finish(): boolean {
    if (this.#words.length > 0) this.#finishCommand('\n');
    if (this.#before !== '\n') return false;
    this.#run();
    return true;
  }

  #isReserved(text: string): boolean {
    const step = opening.has(text) ? 1 : closing.has(text) ? -1 : 0;
    this.#depth += step;
    const brace = text === '{' ? 1 : text === '}' ? -1 : 0;
    this.#braces += brace;
    this.#hasCompound ||= step < 0 || brace < 0;
    if (inside.has(text)) return this.#depth > 0;
    return step !== 0 || brace !== 0 || transparent.has(text);
  }

  #finishCommand(operator: string): void {
    const isSubshell = this.#subshells > 0;
    const ends = operator === ')' || operator === ';' ? '\n' : operator;
    this.#commands.push({
      words: this.#words,
      before: this.#before,
      after: ends,
      depth: this.#depth,
      isSubshell,
    });
    if (operator === ')') this.#subshells--;
    this.#hasCompound = operator === ')';
    this.#words = [];
    this.#before = ends === '&' ? '\n' : ends;
    if (operator === '\n') this.#run();
  }

  #run(): void {
    for (const command of this.#commands) {
      if (command.words.length === 0 || this.script.isOver) continue;
      this.script.run(command.words, certaintyOf(command, this.script.wasAssignment));
    }
    this.#commands = [];
  }
}

export function readBashScript(text: string, reading: Reading, lookup: Lookup): void {
  const script = new BashScript(text, reading, lookup);
  const list = new BashList(script);
  for (const token of lexBash(text)) {
    const isSound =
      token.kind === 'word'
        ? list.addWord(token, text.slice(token.start, token.end))
        : token.kind === 'operator' && list.addOperator(token.text);
    if (script.isOver) return;
    if (!isSound) return reading.note(token.start, 'bash reads no further than this line.');
  }
  if (!list.finish()) reading.note(text.length, 'bash reads no further than this line.');
}

function certaintyOf(command: Command, wasAssignment: boolean): Certainty {
  const { before, after, depth, isSubshell } = command;
  if (isSubshell || after === '&' || after === '|' || before === '|') return 'isLost';
  if (depth > 0) return 'mayRun';
  if (before !== '&&' && before !== '||') return 'runs';
  if (!wasAssignment) return 'mayRun';
  return before === '&&' ? 'runs' : 'isLost';
}
