import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Severity } from '../core/findings/severity';
import { findingMessage } from '../project/analysis/findingMessage';
import { relativePath } from '../project/report';
import type { AssessedScan, PlacedFinding } from '../project/scan/assessScan';

const base = '%SRCROOT%';
const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

/** The answer of `scan --sarif`: SARIF 2.1.0. What a person has reviewed is there, suppressed with the reason. */
export function sarifOf({ findings, problems }: AssessedScan, cwd: string): unknown {
  const run = {
    tool: { driver: { name: 'Safety Catch', rules: rulesOf(findings) } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [base]: { description: { text: 'The folder of the scan.' } } },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: problems.map(({ file, line, message }) => ({
          level: 'warning',
          message: { text: message },
          locations: [locationOf(file, cwd, line === undefined ? undefined : { startLine: line })],
        })),
      },
    ],
    results: findings.map((placed) => resultOf(placed, cwd)),
  };
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
}

function rulesOf(findings: readonly PlacedFinding[]): unknown[] {
  const byId = new Map(findings.map(({ finding }) => [finding.rule, finding]));
  return [...byId.values()].map(({ rule, api, kind, trap }) => ({
    id: rule,
    shortDescription: { text: `${api}: ${kind}` },
    ...(trap ? { fullDescription: { text: trap } } : {}),
  }));
}

function resultOf(placed: PlacedFinding, cwd: string): unknown {
  const { file, finding, severity, verdict, reviewed } = placed;
  const { rule, kind, reach, api, confidence, range } = finding;
  const { line: startLine, column: startColumn, endLine, endColumn } = range;
  return {
    ruleId: rule,
    level: levels[severity],
    message: { text: findingMessage(placed) },
    locations: [locationOf(file, cwd, { startLine, startColumn, endLine, endColumn })],
    ...(reviewed === undefined
      ? {}
      : { suppressions: [{ kind: 'inSource', justification: reviewed }] }),
    properties: { kind, reach, api, confidence, stage: verdict.stage },
  };
}

function locationOf(file: string, cwd: string, region: object | undefined): unknown {
  const path = relativePath(file, cwd);
  const isInside = !path.startsWith('..') && !isAbsolute(path);
  const uri = isInside ? encodeURI(path.replaceAll('\\', '/')) : pathToFileURL(file).href;
  return {
    physicalLocation: {
      artifactLocation: { uri, ...(isInside ? { uriBaseId: base } : {}) },
      ...(region ? { region } : {}),
    },
  };
}
