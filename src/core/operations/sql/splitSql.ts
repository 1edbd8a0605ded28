import type { SqlDialect } from './sqlDialect';
import { SqlScanner } from './sqlScanner';
import { isSymbol, type SqlToken } from './sqlToken';

export interface SqlStatement {
  readonly kind: 'statement';
  readonly tokens: readonly SqlToken[];
  /** True where what the statement answers is executed in turn: psql's `\gexec`. */
  readonly isGenerator: boolean;
}

/** A line for the client and not for the server: `\i x.sql`, `.read x.sql`, `source x.sql`. */
export interface ClientCommand {
  readonly kind: 'command';
  readonly name: string;
  readonly argument: string;
  readonly line: number;
}

export type SqlPart = SqlStatement | ClientCommand;

/** What is left of longer statements: the rest of a list of values tells nothing. */
const mostTokens = 20_000;
const mostTokensOfInsert = 100;

const routine = /^(?:procedure|proc|function|trigger|event|package)$/;
const endsOther = /^(?:if|loop|while|repeat|for)$/;
const statementVerb = /^(?:select|delete|update|insert|set|declare|if|exec|merge|truncate|drop)$/;

const startsAnother = /^(?:delete|drop|truncate|update|insert|exec|execute|alter|create|merge)$/;
const endsAlone =
  /^(?:select|delete|update|insert|drop|truncate|exec|execute|set|declare|print|use|if|while|begin)$/;
const endsRows = /^(?:select|delete|update|insert|drop|truncate|exec|execute|print)$/;
const goesOn =
  /^(?:on|for|do|key|of|or|and|not|where|from|set|by|,|\(|=|begin|then|else|as|instead|before|after)$/i;

/** Cuts a text into statements and commands for the client. */
export function splitSql(text: string, dialect: SqlDialect, firstLine = 1): Generator<SqlPart> {
  return new Splitter(new SqlScanner(text, dialect, firstLine), dialect).parts();
}

class Splitter {
  #tokens: SqlToken[] = [];
  #previous: SqlToken | undefined;
  /** How many BEGIN and CASE are open in the body of a routine. */
  #depth = 0;
  #isRoutine = false;
  /** A routine of SQL Server goes on to the next GO. */
  #isOpenBody = false;

  constructor(
    private readonly scanner: SqlScanner,
    private readonly dialect: SqlDialect,
  ) {}

  *parts(): Generator<SqlPart> {
    for (let token = this.scanner.next(); token; token = this.scanner.next()) {
      const command = this.#readClientCommand(token);
      if (command) {
        if (command.name.startsWith('\\g')) yield* this.#finish(command.name === '\\gexec');
        else if (command.name !== '') yield command;
      } else if (this.#isBatchEnd(token)) {
        this.scanner.takeLine();
        yield* this.#finish();
      } else if (token.kind === 'end' && !this.#isInBody()) yield* this.#finish();
      else if (this.#isNext(token)) {
        yield* this.#finish();
        this.#add(token);
      } else this.#add(token);
    }
    yield* this.#finish();
  }

  *#finish(isGenerator = false): Generator<SqlPart> {
    const tokens = this.#tokens;
    this.#tokens = [];
    this.#depth = 0;
    this.#isRoutine = this.#isOpenBody = false;
    this.#previous = undefined;
    if (tokens.length === 0) return;
    if (isCopyOfRows(tokens)) this.scanner.skipCopyData();
    yield { kind: 'statement', tokens, isGenerator };
  }

  #isInBody(): boolean {
    return this.#depth > 0 || this.#isOpenBody;
  }

  #add(token: SqlToken): void {
    const first = this.#tokens[0]?.word ?? token.word;
    const isInsert = first === 'insert' || first === 'replace';
    if (this.#tokens.length < (isInsert ? mostTokensOfInsert : mostTokens))
      this.#tokens.push(token);
    if (first === 'create' || first === 'alter') this.#followRoutine(token);
    this.#previous = token;
  }

  #followRoutine({ word }: SqlToken): void {
    if (this.#tokens.length < 12 && routine.test(word)) this.#isRoutine = true;
    if (!this.#isRoutine) return;
    const before = this.#previous?.word;
    if (word === 'end') this.#depth--;
    else if (before === 'end' && endsOther.test(word)) this.#depth++;
    else if (before === 'begin' && /^tran/.test(word)) this.#depth--;
    else if (word === 'begin' || (word === 'case' && before !== 'end')) this.#depth++;
    else if (before === 'as' && statementVerb.test(word) && this.dialect.language === 'sql')
      this.#isOpenBody = true;
  }

  /** GO and a slash of their own lines end what SQL Server and Oracle are given. */
  #isBatchEnd(token: SqlToken): boolean {
    if (!token.isLineStart || this.dialect.language !== 'sql') return false;
    if (token.word === 'go') return /^\s*\d*\s*$/.test(this.scanner.peekLine());
    return isSymbol(token, '/') && this.scanner.peekLine().trim() === '';
  }

  /** SQL Server needs nothing between statements but a line of their own. */
  #isNext(token: SqlToken): boolean {
    const [first] = this.#tokens;
    const isCandidate = token.isLineStart && this.dialect.language === 'sql' && !this.#isRoutine;
    if (!first || !isCandidate || goesOn.test(this.#previous?.text ?? '')) return false;
    if (token.word === 'if') return endsAlone.test(first.word) && !this.#isOption();
    // What control flow leads to is not known to be done.
    if (/^(?:commit|rollback)$/.test(token.word)) return endsRows.test(first.word);
    return startsAnother.test(token.word) && endsAlone.test(first.word);
  }

  /** `IF EXISTS` before a name is part of a statement, before a parenthesis it begins one. */
  #isOption(): boolean {
    return /^\s*(?:not\s+)?exists\s*[^\s(]/i.test(this.scanner.peekLine());
  }

  #readClientCommand(token: SqlToken): ClientCommand | undefined {
    const command = (name: string, argument: string): ClientCommand => ({
      kind: 'command',
      name: name.toLowerCase(),
      argument: argument.trim().replace(/^(['"])(.*)\1;?$/, '$2'),
      line: token.line,
    });
    if (token.kind === 'command') {
      const [name = ''] = /^\\(?:\w+|\S)/.exec(token.text) ?? [];
      return command(name, token.text.slice(name.length));
    }
    if (this.#tokens.length > 0 || !token.isLineStart) return undefined;
    if (token.word === 'delimiter') {
      this.scanner.delimiter = this.scanner.takeLine() || ';';
      return command('', '');
    }
    if (token.word === 'source') return command('source', this.scanner.takeLine());
    return this.dialect.language === 'sql' ? this.#readDotCommand(token, command) : undefined;
  }

  /** `.read x`, `@x`, `:r x`: SQLite, Oracle, SQL Server. */
  #readDotCommand(
    token: SqlToken,
    command: (name: string, argument: string) => ClientCommand,
  ): ClientCommand | undefined {
    if (isSymbol(token, '.')) {
      const [, name = '', rest = ''] = /^(\S+)(.*)$/.exec(this.scanner.takeLine()) ?? [];
      return command(`.${name}`, rest);
    }
    if (token.kind !== 'placeholder') return undefined;
    if (token.text === ':r') return command(':r', this.scanner.takeLine());
    const at = /^@@?/.exec(token.text)?.[0];
    return at === undefined
      ? undefined
      : command(at, token.text.slice(at.length) + this.scanner.takeLine());
  }
}

function isCopyOfRows(tokens: readonly SqlToken[]): boolean {
  if (tokens[0]?.word !== 'copy') return false;
  return tokens.some(({ word }, at) => word === 'from' && tokens[at + 1]?.word === 'stdin');
}
