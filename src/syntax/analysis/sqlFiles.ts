import type { CodeFinding } from '../../core/findings/codeFinding';
import { locateSql, type LocatedOperation } from '../../core/operations/sql/locateSql';
import type { SqlLanguage } from '../../core/operations/sql/sqlDialect';
import { statementParser } from '../sql/sqlStatements';
import { isMarked } from './toFindings';

/** What only one family of databases writes. */
const signs: readonly (readonly [SqlLanguage, RegExp])[] = [
  ['mysql', /`\w+`|\bengine\s*=|\bauto_increment\b|^\s*delimiter\b/im],
  [
    'postgresql',
    /\$\w*\$|\w::\w|\b(?:big)?serial\b|\b(?:timestamptz|jsonb|bytea|ilike|plpgsql|returning|cascade)\b|\bowner to\b|\bcreate extension\b|\bpg_\w+|^\\\w/im,
  ],
];

export function sqlLanguageOf(text: string): SqlLanguage {
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'sql';
}

/** The findings of a file of SQL, in its order. */
export async function findInSql(
  text: string,
  language = sqlLanguageOf(text),
): Promise<readonly CodeFinding[]> {
  const parse = await statementParser(text, language);
  const found = new Map<string, CodeFinding>();
  for (const located of locateSql(text, language, parse)) {
    if (!isMarked(located.operation)) continue;
    const finding = toFinding(located);
    const { range, rule, kind, reach } = finding;
    const key = [range.line, range.column, rule, kind, reach].join(' ');
    const known = found.get(key);
    // `DROP TABLE a, b` is one line to look at.
    const subject = known ? `${known.subject}, ${finding.subject}` : finding.subject;
    found.set(key, { ...finding, subject });
  }
  return [...found.values()];
}

function toFinding({ operation, line, column, endColumn }: LocatedOperation): CodeFinding {
  const { kind, reach, subject, rule, takesAll } = operation;
  return {
    kind,
    reach,
    subject,
    rule,
    range: { line, column, endLine: line, endColumn },
    api: 'SQL',
    confidence: 'certain',
    ...(takesAll ? { takesAll } : {}),
  };
}
