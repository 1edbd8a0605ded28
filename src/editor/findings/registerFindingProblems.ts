import * as vscode from 'vscode';
import { DisposableStore } from '../../disposableStore';
import { findingMessage } from '../../project/analysis/findingMessage';
import { onDidChangeSettings, readSettings, type ProblemChoice } from '../../settings';
import type { ConnectionStore } from '../../workspace/connectionStore';
import type { FindingStore } from '../../workspace/findings/findingStore';
import type { LiveFinding } from '../../project/analysis/liveFinding';
import { editorRange } from './editorRange';
import { markOf } from './findingMark';

/** By which the fixes for a problem find it again. */
export const problemSource = 'Safety Catch';

const severities: Readonly<Record<Exclude<ProblemChoice, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Lists what would hit production, or what may, among the problems of the files that are open. */
export function registerFindingProblems(
  findings: FindingStore,
  connections: ConnectionStore,
): vscode.Disposable {
  const disposables = new DisposableStore();
  const problems = disposables.add(vscode.languages.createDiagnosticCollection(problemSource));
  const list = (document: vscode.TextDocument): void =>
    problems.set(document.uri, problemsOf(document, findings, connections.isPaused));
  const listAll = (): void => findings.documents.forEach(list);
  disposables.add(findings.onDidChange(list));
  disposables.add(onDidChangeSettings(listAll));
  disposables.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)));
  return disposables;
}

function problemsOf(
  document: vscode.TextDocument,
  findings: FindingStore,
  isPaused: boolean,
): vscode.Diagnostic[] {
  const { productionProblems, careProblems } = readSettings(document.uri).show;
  return findings.findingsOf(document).flatMap((live) => {
    const { tone } = markOf(live, isPaused);
    const choice =
      tone === 'production' ? productionProblems : tone === 'care' ? careProblems : 'off';
    return choice === 'off' ? [] : [problemOf(live, severities[choice])];
  });
}

function problemOf(live: LiveFinding, severity: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const { finding, target } = live;
  const problem = new vscode.Diagnostic(editorRange(finding.range), findingMessage(live), severity);
  problem.source = problemSource;
  problem.code = finding.rule;
  const { file, line = 1 } = target?.origin ?? {};
  if (file !== undefined) {
    const place = new vscode.Location(vscode.Uri.file(file), new vscode.Position(line - 1, 0));
    problem.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(
        place,
        vscode.l10n.t('This decides which database it is.'),
      ),
    ];
  }
  return problem;
}
