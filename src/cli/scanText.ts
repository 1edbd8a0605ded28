import { severities, type Severity } from '../core/findings/severity';
import { findingMessage } from '../project/analysis/findingMessage';
import { placeText } from '../project/describe';
import type { AssessedScan, PlacedFinding } from '../project/scan/assessScan';

/** What `scan` tells people: the findings of each file below its name, then the counts. Ends with a line break. */
export function scanText({ findings, files }: AssessedScan, cwd: string): string {
  const open = findings.filter(({ reviewed }) => reviewed === undefined);
  const paths = [...new Set(open.map(({ file }) => file))];
  const blocks = paths.map((file) => {
    const own = open.filter((placed) => placed.file === file);
    return `${placeText({ file }, cwd)}\n${linesOf(own)}\n`;
  });
  return `${blocks.join('')}${summaryOf(open, findings.length - open.length, files)}\n`;
}

function linesOf(findings: readonly PlacedFinding[]): string {
  const places = findings.map(({ finding: { range } }) => `${range.line}:${range.column}`);
  const widest = Math.max(...places.map(({ length }) => length));
  const lines = findings.map(
    (placed, index) =>
      `  ${places[index]!.padStart(widest)}  ${placed.severity.padEnd(11)}  ${findingMessage(placed)}\n` +
      `${' '.repeat(widest + 17)}${because(placed)}  ${placed.finding.rule}\n`,
  );
  return lines.join('');
}

function because({ verdict }: PlacedFinding): string {
  return verdict.reasons[0]?.text ?? '';
}

function summaryOf(open: readonly PlacedFinding[], reviewed: number, files: number): string {
  const counts = severities.map((level) => counted(open, level));
  const also = reviewed === 0 ? '' : `, ${reviewed} reviewed`;
  return `${files} ${files === 1 ? 'file' : 'files'}: ${counts.join(', ')}${also}.`;
}

const words: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  information: ['note', 'notes'],
};

function counted(findings: readonly PlacedFinding[], level: Severity): string {
  const count = findings.filter(({ severity }) => severity === level).length;
  return `${count} ${words[level][count === 1 ? 0 : 1]}`;
}
