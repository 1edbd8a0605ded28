import type { Node } from 'web-tree-sitter';
import type { Origin } from '../../core/environment/setting';
import { Setting } from '../../core/environment/setting';
import type { ShellRun, ShellWord } from '../../core/environment/shellRun';
import { ShellState, type ShellContext } from './shellState';
import { readWord } from './words';

const mostRuns = 500;
const deepestNesting = 60;

/** The programs that a parsed command line would start, in order, every branch and loop body once. Never throws. */
export function readCommandLine(
  root: Node,
  context: ShellContext,
  origin: Origin,
): readonly ShellRun[] {
  const reader = new CommandLineReader(origin);
  reader.visit(root, ShellState.of(context), 0);
  return reader.runs;
}

interface Input {
  readonly text?: string | undefined;
  readonly file?: string | undefined;
  readonly from?: readonly ShellRun[];
}

class CommandLineReader {
  readonly runs: ShellRun[] = [];
  readonly #functions = new Map<string, Node>();

  constructor(private readonly origin: Origin) {}

  visit(node: Node, state: ShellState, depth: number, input: Input = {}): void {
    if (depth > deepestNesting || this.runs.length >= mostRuns) return;
    switch (node.type) {
      case 'command':
        return this.#command(node, state, depth, input);
      case 'variable_assignment':
        return this.#assign(node, state);
      case 'declaration_command':
        return this.#declare(node, state, depth);
      case 'unset_command':
        return this.#unset(node, state);
      case 'pipeline':
        return this.#pipeline(node, state, depth, input);
      case 'subshell':
      case 'command_substitution':
      case 'process_substitution':
        return this.#children(node, state.fork(), depth, input);
      case 'redirected_statement':
        return this.#redirected(node, state, depth, input);
      case 'function_definition':
        return this.#define(node, state, depth);
      default:
        return this.#children(node, state, depth, input);
    }
  }

  #children(node: Node, state: ShellState, depth: number, input: Input): void {
    for (const child of node.namedChildren) if (child) this.visit(child, state, depth + 1, input);
  }

  #originOf(node: Node, name: string): Origin {
    return { ...this.origin, name, line: (this.origin.line ?? 1) + node.startPosition.row };
  }

  #assign(node: Node, state: ShellState): void {
    const name = node.childForFieldName('name')?.text ?? '';
    const value = node.childForFieldName('value');
    state.assign(name, value ? readWord(value, state).text : '', this.#originOf(node, name));
  }

  #declare(node: Node, state: ShellState, depth: number): void {
    const isExport = /^(export|declare\s+-\w*x|typeset\s+-\w*x)/.test(node.text);
    for (const child of node.namedChildren) {
      if (child?.type === 'variable_assignment') this.#assign(child, state);
      const name =
        child?.type === 'variable_assignment'
          ? child.childForFieldName('name')?.text
          : child?.type === 'variable_name'
            ? child.text
            : undefined;
      if (isExport && child && name !== undefined) state.export(name, this.#originOf(child, name));
      if (child) this.#substitutions(child, state, depth);
    }
  }

  #unset(node: Node, state: ShellState): void {
    for (const child of node.namedChildren)
      if (child?.type === 'variable_name') state.unset(child.text);
  }

  #define(node: Node, state: ShellState, depth: number): void {
    const name = node.childForFieldName('name')?.text;
    const body = node.childForFieldName('body');
    if (body && state.context.entersFunctions) this.visit(body, state.fork(), depth + 1);
    else if (name !== undefined && body) this.#functions.set(name, body);
  }

  /** Every member runs in a shell of its own, and reads what the ones before it print. */
  #pipeline(node: Node, state: ShellState, depth: number, input: Input): void {
    let source = input;
    for (const child of node.namedChildren) {
      if (!child) continue;
      const before = this.runs.length;
      this.visit(child, state.fork(), depth + 1, source);
      source = { from: this.runs.slice(before) };
    }
  }

  #redirected(node: Node, state: ShellState, depth: number, input: Input): void {
    const body = node.childForFieldName('body');
    const redirects = node.childrenForFieldName('redirect').filter((redirect) => redirect !== null);
    const text = redirects
      .map((redirect) => this.#inputText(redirect, state))
      .find((found) => found !== undefined);
    const file = redirects
      .map((redirect) => inputFile(redirect, state))
      .find((found) => found !== undefined);
    const before = this.runs.length;
    const isGiven = text !== undefined || file !== undefined;
    if (body) this.visit(body, state, depth + 1, isGiven ? { text, file } : input);
    // In `a <<EOF | b` and `a <<EOF && b`, the rest of the line stands inside of the here-document's node.
    const source = { from: this.runs.slice(before) };
    for (const redirect of redirects)
      for (const child of redirect.namedChildren)
        if (child && isStatement(child))
          this.visit(child, state, depth + 1, child.type === 'pipeline' ? source : {});
  }

  #inputText(redirect: Node, state: ShellState): string | undefined {
    if (redirect.type === 'heredoc_redirect') return heredocText(redirect);
    if (redirect.type !== 'herestring_redirect') return undefined;
    const [word] = redirect.namedChildren;
    return word ? readWord(word, state).text : undefined;
  }

  #command(node: Node, state: ShellState, depth: number, input: Input): void {
    const inner = state.fork();
    const words: ShellWord[] = [];
    const assigned: Setting[] = [];
    let { text, file } = input;
    for (const child of node.namedChildren) {
      if (!child) continue;
      this.#substitutions(child, state, depth);
      if (child.type === 'variable_assignment') {
        this.#assign(child, inner);
        const name = child.childForFieldName('name')?.text ?? '';
        const value = inner.get(name);
        if (value !== undefined)
          assigned.push(new Setting(name, value, this.#originOf(child, name)));
      } else if (child.type === 'herestring_redirect') text = this.#inputText(child, state);
      else if (child.type === 'file_redirect') file = inputFile(child, state) ?? file;
      else if (!child.type.endsWith('_redirect')) words.push(readWord(child, state));
    }
    if (isCalled(node)) words.push(withCall(words.pop()));
    const [name] = words;
    if (!name || this.#builtin(name.text, words, state)) return;
    const body = name.text === undefined ? undefined : this.#functions.get(name.text);
    if (body) return this.visit(body, inner, depth + 1, input);
    this.runs.push({
      words,
      settings: [...state.settings, ...assigned],
      unset: state.unsetNames,
      cwd: state.cwd,
      input: text,
      ...(file === undefined ? {} : { inputFile: file }),
      at: node.startIndex,
      from: input.from ?? [],
      origin: this.#originOf(node, name.raw),
    });
  }

  /** `$(…)` and `<(…)` anywhere in a word run too. */
  #substitutions(node: Node, state: ShellState, depth: number): void {
    for (const inner of outermostSubstitutions(node)) this.visit(inner, state, depth + 1);
  }

  /** What changes the shell itself; true if that is all it does. */
  #builtin(name: string | undefined, words: readonly ShellWord[], state: ShellState): boolean {
    const argument = words[1]?.text;
    switch (name) {
      case 'cd':
      case 'pushd':
        state.changeFolder(words.length === 1 ? state.context.home : argument);
        return true;
      case 'source':
      case '.':
        if (argument !== undefined) state.source(argument);
        return true;
      case 'set':
        if (words.some(({ text }) => text === '-a' || text === 'allexport'))
          state.exportsAll = words[1]?.text !== '+o';
        if (words.some(({ text }) => text === '+a')) state.exportsAll = false;
        return true;
      default:
        return false;
    }
  }
}

/** Unquoted `x()`, which cmd takes for a word, and other shells for a mistake. */
function isCalled({ nextSibling, endIndex }: Node): boolean {
  return (
    nextSibling?.type === 'ERROR' &&
    nextSibling.text === '()' &&
    nextSibling.startIndex === endIndex
  );
}

function withCall({ text, raw }: ShellWord = { text: '', raw: '' }): ShellWord {
  return { text: text === undefined ? undefined : `${text}()`, raw: `${raw}()` };
}

/** The grammar takes a first line that begins with a backslash, as psql's commands do, for more words of the command. */
function heredocText({ text, startIndex, namedChildren }: Node): string | undefined {
  const body = namedChildren.find((child) => child?.type === 'heredoc_body');
  const end =
    body?.endIndex ?? namedChildren.find((child) => child?.type === 'heredoc_end')?.startIndex;
  const [line = ''] = /^[^\n]*[^\\\n]\n(?=\s*\\)/.exec(text) ?? [];
  return line === '' || end === undefined ? body?.text : text.slice(line.length, end - startIndex);
}

/** `< FILE`; a name that only the running shell knows stands as it is written. */
function inputFile(redirect: Node, state: ShellState): string | undefined {
  if (redirect.type !== 'file_redirect' || !/^0?<(?![<&(])/.test(redirect.text)) return undefined;
  const word = redirect.childForFieldName('destination');
  return word ? (readWord(word, state).text ?? word.text) : undefined;
}

function isStatement({ type }: Node): boolean {
  return /^(command|pipeline|list|subshell|redirected_statement|compound_statement|if_statement|while_statement|for_statement)$/.test(
    type,
  );
}

/** In the order of the line. What is inside of one is found when that is visited. */
function outermostSubstitutions(node: Node): Node[] {
  const found: Node[] = [];
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'command_substitution' || next.type === 'process_substitution')
      found.push(next);
    else for (const child of next.namedChildren.toReversed()) if (child) waiting.push(child);
  }
  return found;
}
