import { stepsOfCommand } from './clientCommands';
import { objectVerbs } from './objectStatements';
import { procedureParts } from './procedureParts';
import { programVerbs } from './programStatements';
import { rememberTexts } from './rememberTexts';
import { rowVerbs } from './rowStatements';
import { splitSql, type SqlPart } from './splitSql';
import type { SqlDialect } from './sqlDialect';
import { rowEffect } from './sqlEffects';
import type { SqlStep } from './sqlStep';
import type { SqlToken } from './sqlToken';
import type { StatementReading, VerbReader } from './statementReading';
import { textOfTokens } from './textOfTokens';
import { TokenCursor } from './tokenCursor';

/** How much is read in all of texts that other texts execute. */
const mostNestedCharacters = 300_000;
/** How deep texts are in texts, and statements in statements. */
const deepest = 4;
const mostStatements = 20;

const verbs: Readonly<Record<string, VerbReader>> = {
  ...rowVerbs,
  ...objectVerbs,
  ...programVerbs,
};

/** What control flow may lead to. */
const controlled =
  'delete update insert replace merge truncate drop create alter exec execute select perform'.split(
    ' ',
  );
const control = new Set(
  'if elsif elseif else while for foreach loop repeat begin declare return exception when until case end try catch'.split(
    ' ',
  ),
);
const transactions = new Set(
  'work transaction tran isolation read deferred immediate exclusive concurrent not deferrable'.split(
    ' ',
  ),
);

/** Reads the statements of one text, one after the other. */
export class SqlReading implements StatementReading {
  readonly texts = new Map<string, string>();
  #depth = 0;
  #statements = 0;
  #left = mostNestedCharacters;

  constructor(readonly dialect: SqlDialect) {}

  get isInProcedure(): boolean {
    return this.#depth > 0;
  }

  readPart(part: SqlPart): readonly SqlStep[] {
    if (part.kind === 'command') return stepsOfCommand(part, this);
    const { tokens, isGenerator } = part;
    rememberTexts(tokens, this.texts);
    const steps = this.readStatement(tokens);
    if (!isGenerator) return steps;
    return [...steps, ...this.readText(textOfTokens(tokens, this.texts), tokens[0]!.line)];
  }

  readStatement(tokens: readonly SqlToken[]): readonly SqlStep[] {
    if (this.#statements >= mostStatements) return [];
    this.#statements++;
    const steps = this.#readVerb(tokens);
    this.#statements--;
    return steps;
  }

  #readVerb(tokens: readonly SqlToken[]): readonly SqlStep[] {
    const cursor = new TokenCursor(tokens);
    if (cursor.take('with')) return this.#readWith(cursor);
    if (cursor.word() === 'begin' && this.#isTransaction(cursor)) return [{ kind: 'begin' }];
    if (cursor.word() === 'end' && this.#isTransaction(cursor)) return [{ kind: 'commit' }];
    const verb = Object.hasOwn(verbs, cursor.word()) ? verbs[cursor.word()] : undefined;
    if (!verb) return isControl(cursor) ? this.#readControl(tokens) : [];
    cursor.next();
    return verb(cursor, this);
  }

  readText(text: string, line: number): readonly SqlStep[] {
    if (this.#depth >= deepest || text.length > this.#left) return [];
    this.#left -= text.length;
    this.#depth++;
    const steps: SqlStep[] = [];
    for (const part of splitSql(text, this.dialect, line))
      for (const step of this.readPart(part)) steps.push(step);
    this.#depth--;
    return steps.filter(({ kind }) => kind === 'effect' || kind === 'own');
  }

  /** BEGIN and END of a block of statements are no transaction. */
  #isTransaction(cursor: TokenCursor): boolean {
    if (this.#depth > 0) return false;
    if (transactions.has(cursor.word(1))) return true;
    const isAlone = cursor.tokens.length === 1;
    return isAlone && (cursor.word() === 'begin' || this.dialect.language === 'postgresql');
  }

  #readControl(tokens: readonly SqlToken[]): readonly SqlStep[] {
    return procedureParts(tokens).flatMap((part) => {
      const cursor = new TokenCursor(part);
      if (Object.hasOwn(verbs, cursor.word()) && !control.has(cursor.word()))
        return this.readStatement(part);
      return cursor.seek(...controlled) ? this.readStatement(cursor.rest()) : [];
    });
  }

  /** What stands in common table expressions is executed, too; a row of one is a row of the table that it picks from. */
  #readWith(cursor: TokenCursor): readonly SqlStep[] {
    const steps: SqlStep[] = [];
    const names = new Set<string>();
    cursor.skip('recursive');
    do {
      names.add(cursor.name().key);
      cursor.takeParentheses();
      cursor.skip('as', 'not', 'materialized');
      const query = cursor.takeParentheses();
      if (!query) break;
      steps.push(...this.readStatement(query));
    } while (cursor.takeSymbol(','));
    const main = this.readStatement(cursor.rest());
    return [...steps, ...main.map((step) => narrow(step, names))];
  }
}

function isControl(cursor: TokenCursor): boolean {
  return control.has(cursor.word()) || cursor.peek()?.kind === 'symbol';
}

function narrow(step: SqlStep, queries: ReadonlySet<string>): SqlStep {
  if (step.kind !== 'effect' || !queries.has(step.on.key)) return step;
  const { kind, reach } = step.effect;
  if (reach !== 'all' || (kind !== 'delete' && kind !== 'update')) return step;
  return { ...step, effect: rowEffect(kind, 'some', step.on) };
}
