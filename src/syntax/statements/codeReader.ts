import type { Operation } from '../../core/operations/operation';
import type { Payload, PayloadLanguage } from '../../core/operations/payload';
import type { StatementReader } from '../../core/operations/statementReader';
import type { SyntaxTrees } from '../syntaxTrees';
import { CallFinder } from './callFinder';
import { codeLanguages } from './codeLanguages';
import { findingsOf, type Finding } from './findings';
import type { FoundCall } from './foundCall';
import { RuleBook } from './ruleBook';

const books = new Map(
  codeLanguages.map((language) => [
    language.payload,
    { language, book: new RuleBook(language.rules) },
  ]),
);

/** Half a second's work where nothing else is done. */
const longestText = 200_000;

/** What is too long to be read may do anything: to production, it counts as a write. */
const unreadFinding: Finding = {
  kind: 'operation',
  operation: {
    kind: 'update',
    reach: 'some',
    subject: 'what statements name that are too long to be read',
    rule: 'long-code',
  },
};

/** Reads what code does to data that has no file around it: one-liners, and the input of interactive shells. */
export class CodeReader implements StatementReader {
  readonly languages = codeLanguages.map(({ payload }) => payload);

  /** @param sql reads the SQL that the code has a database execute */
  constructor(
    private readonly trees: SyntaxTrees,
    private readonly sql: StatementReader,
  ) {}

  async read(text: string, payload: PayloadLanguage): Promise<readonly Operation[]> {
    const found = await this.#find(text, payload);
    const operations = await Promise.all(found.map((finding) => this.#operationsOf(finding)));
    return distinct(operations.flat());
  }

  async readIncluded(text: string, payload: PayloadLanguage): Promise<readonly Payload[]> {
    const found = await this.#find(text, payload);
    return found.flatMap((finding) => (finding.kind === 'included' ? [finding.payload] : []));
  }

  async #find(text: string, payload: PayloadLanguage): Promise<readonly Finding[]> {
    const known = books.get(payload);
    if (!known) return [];
    const { language, book } = known;
    if (!book.isMentionedIn(text)) return [];
    if (text.length > longestText) return [unreadFinding];
    const code = (language.grammar.prefix ?? '') + (language.prepare?.(text) ?? text);
    const findings: Finding[] = [];
    const report = (call: FoundCall): void => {
      findings.push(...findingsOf(call, language, book));
    };
    const tree = await this.trees.parse(language.grammar.language, code);
    try {
      new CallFinder(language, code, report).find(tree.rootNode);
    } finally {
      tree.delete();
    }
    return findings;
  }

  async #operationsOf(finding: Finding): Promise<readonly Operation[]> {
    if (finding.kind === 'operation') return [finding.operation];
    if (finding.kind === 'included') return [];
    const operations = await this.sql.read(finding.text, 'sql');
    return operations.map((operation) => ({ ...operation, origin: finding.origin }));
  }
}

function distinct(operations: readonly Operation[]): readonly Operation[] {
  const byText = new Map(operations.map((operation) => [JSON.stringify(operation), operation]));
  return [...byText.values()];
}
