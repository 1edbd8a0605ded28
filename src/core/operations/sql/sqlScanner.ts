import { closingQuote, endOfComment } from './sqlQuotes';
import type { SqlDialect } from './sqlDialect';
import type { SqlToken } from './sqlToken';

type Found = Pick<SqlToken, 'kind' | 'text'>;

const word = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const temporaryName = /#{1,2}[A-Za-z_]\w*/y;
const number = /\d[\w.]*/y;
const stringPrefix = /(?:[EeBbXxNnRr]|[Uu]&)(?=')/y;
const dollarTag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]{0,62})?\$/y;
const bracketName = /\[([^\][\n]{1,128})\]/y;
/** What the many drivers, templates and clients put in place of a value or a name. */
const placeholder =
  /\$\d+|\$?\{\{?[^{}\n]{0,200}\}?\}|%\([^()\n]{1,100}\)s|%[sIL](?!\w)|:['"]?[A-Za-z_]\w*['"]?|@@?\w+|\?\d*/y;
const operators = new Set(['<>', '!=', '>=', '<=', '||', '::', ':=', '==', '+=']);
const clientCommand = /\\[^\s\\]+[^\n]*/y;
const executableComment = /\/\*M?!\d*/y;
/** What begins neither a comment nor a quote, nor ends a statement. */
const plain = /[^'"`$\\\-#/*;[]+/y;
const copyEnd = /^\\\.[^\S\n]*$/gm;

/** After so many dollar quotes that nothing closes, none is looked for any more. */
const mostUnclosedTags = 50;

/** Cuts a text into tokens, in time that grows with its length only. */
export class SqlScanner {
  /** What ends a statement: the client of MySQL lets a text change it. */
  delimiter = ';';
  #at = 0;
  #newline: number;
  #lastLine = 0;
  #isInExecutable = false;
  #unclosedTags = 0;

  constructor(
    private readonly text: string,
    private readonly dialect: SqlDialect,
    private line = 1,
  ) {
    this.#newline = text.indexOf('\n');
  }

  next(): SqlToken | undefined {
    this.#skipBlanks();
    const start = this.#at;
    if (start >= this.text.length) return undefined;
    const line = this.#lineAt(start);
    const isLineStart = line !== this.#lastLine;
    const { kind, text } = this.#find();
    this.#lastLine = this.#lineAt(this.#at);
    const lower = kind === 'word' ? text.toLowerCase() : '';
    return { kind, text, word: lower, line, isLineStart, start, end: this.#at };
  }

  /** What stands behind the last token on its line. */
  peekLine(): string {
    const end = this.text.indexOf('\n', this.#at);
    return this.text.slice(this.#at, end < 0 ? undefined : end);
  }

  takeLine(): string {
    const line = this.peekLine();
    this.#at += line.length;
    return line.trim();
  }

  /** Goes on to what ends the statement. */
  skipStatement(): void {
    while (this.#at < this.text.length && !this.text.startsWith(this.delimiter, this.#at)) {
      const comment = this.#commentLength();
      if (comment > 0) this.#at += comment;
      else if (this.#match(plain) === undefined) this.#find();
      else this.#at = plain.lastIndex;
    }
  }

  /** Rows that follow `COPY … FROM stdin` up to a line with `\.` are no statements. */
  skipCopyData(): void {
    copyEnd.lastIndex = this.#at;
    const end = copyEnd.exec(this.text);
    if (end) this.#at = end.index + end[0].length;
  }

  #find(): Found {
    const { text } = this;
    if (text.startsWith(this.delimiter, this.#at)) return this.#take('end', this.delimiter.length);
    const first = text[this.#at]!;
    switch (first) {
      case "'":
      case '"':
      case '`':
        return this.#quoted(first);
      case '$':
        return this.#dollarQuoted() ?? this.#simple('placeholder', placeholder);
      case '[':
        return this.#bracketed();
      case '\\':
        return text[this.#at + 1] === ';'
          ? this.#take('end', 2)
          : this.#simple('command', clientCommand);
      case '#':
        return this.#simple('word', temporaryName);
      case '{':
      case '%':
      case ':':
      case '@':
      case '?':
        return this.#operator() ?? this.#simple('placeholder', placeholder);
    }
    if (first >= '0' && first <= '9') return this.#simple('number', number);
    return isWordStart(first) ? this.#word() : (this.#operator() ?? this.#take('symbol', 1));
  }

  #word(): Found {
    const prefix = isPrefixed(this.text, this.#at) ? this.#match(stringPrefix) : undefined;
    return prefix === undefined ? this.#simple('word', word) : this.#quoted("'", prefix);
  }

  #operator(): Found | undefined {
    const two = this.text.slice(this.#at, this.#at + 2);
    return operators.has(two) ? this.#take('symbol', 2) : undefined;
  }

  /** What the pattern finds here, else one character. */
  #simple(kind: Found['kind'], pattern: RegExp): Found {
    const match = this.#match(pattern);
    return match === undefined ? this.#take('symbol', 1) : this.#take(kind, match.length);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.text)?.[0];
  }

  #take(kind: Found['kind'], length: number): Found {
    const start = this.#at;
    this.#at += length;
    return { kind, text: this.text.slice(start, this.#at) };
  }

  #quoted(quote: string, prefix = ''): Found {
    const start = this.#at + prefix.length + 1;
    const backslash = prefix.toLowerCase() === 'e' ? 'always' : this.dialect.backslash;
    const end = closingQuote(this.text, start, quote, quote === '`' ? 'never' : backslash);
    // A quote that nothing closes must not hide all that follows.
    if (end < 0) return this.#take('symbol', prefix.length + 1);
    this.#at = end + 1;
    const isString = quote === "'" || (quote === '"' && this.dialect.doubleQuoted === 'string');
    const content = this.text.slice(start, end).replaceAll(quote + quote, quote);
    return { kind: isString ? 'string' : 'name', text: content };
  }

  #dollarQuoted(): Found | undefined {
    if (!this.dialect.hasDollarQuotes || this.#unclosedTags > mostUnclosedTags) return undefined;
    const tag = this.#match(dollarTag);
    if (tag === undefined) return undefined;
    const start = this.#at + tag.length;
    const end = this.text.indexOf(tag, start);
    if (end < 0) {
      this.#unclosedTags++;
      return undefined;
    }
    this.#at = end + tag.length;
    return { kind: 'string', text: this.text.slice(start, end) };
  }

  #bracketed(): Found {
    const match = this.dialect.hasBrackets ? this.#match(bracketName) : undefined;
    if (match === undefined) return this.#take('symbol', 1);
    this.#at += match.length;
    return { kind: 'name', text: match.slice(1, -1) };
  }

  #skipBlanks(): void {
    for (;;) {
      while (isBlank(this.text.charCodeAt(this.#at))) this.#at++;
      const comment = this.#commentLength();
      if (comment === 0) return;
      this.#at += comment;
    }
  }

  #commentLength(): number {
    const { text } = this;
    const at = this.#at;
    switch (text[at]) {
      case '-':
        return text[at + 1] === '-' && this.#isDashComment() ? this.peekLine().length : 0;
      case '#':
        return this.#isHashComment() ? this.peekLine().length : 0;
      case '/':
        return text[at + 1] === '*' ? this.#blockLength() : 0;
      case '*':
        if (!this.#isInExecutable || text[at + 1] !== '/') return 0;
        this.#isInExecutable = false;
        return 2;
      default:
        return 0;
    }
  }

  #isDashComment(): boolean {
    return !this.dialect.dashNeedsBlank || this.#isBlankAt(this.#at + 2);
  }

  #isHashComment(): boolean {
    const { hashComment } = this.dialect;
    return hashComment === 'always' || (hashComment === 'blank' && this.#isBlankAt(this.#at + 1));
  }

  #isBlankAt(at: number): boolean {
    return at >= this.text.length || isBlank(this.text.charCodeAt(at));
  }

  /** MySQL executes what stands in a comment that begins with an exclamation mark. */
  #blockLength(): number {
    const opening = this.dialect.language === 'mysql' ? this.#match(executableComment) : undefined;
    if (opening !== undefined) {
      this.#isInExecutable = true;
      return opening.length;
    }
    return endOfComment(this.text, this.#at, this.dialect.nestsComments) - this.#at;
  }

  /** Positions must not go down. */
  #lineAt(position: number): number {
    while (this.#newline >= 0 && this.#newline < position) {
      this.line++;
      this.#newline = this.text.indexOf('\n', this.#newline + 1);
    }
    return this.line;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

function isWordStart(character: string): boolean {
  const lower = character.toLowerCase();
  return (lower >= 'a' && lower <= 'z') || character === '_' || character >= '\u0080';
}

/** Whether a quote follows so closely that the letters before it may belong to the string. */
function isPrefixed(text: string, at: number): boolean {
  return text[at + 1] === "'" || text[at + 2] === "'";
}
