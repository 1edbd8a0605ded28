import * as vscode from 'vscode';
import { effectWords } from '../../core/findings/findingWords';
import { stageWord } from '../../core/stages/stageWord';
import { DisposableStore } from '../../disposableStore';
import { commandIds } from '../../manifest';
import { onDidChangeSettings, readSettings } from '../../settings';
import type { FindingStore } from '../../workspace/findings/findingStore';
import type { LiveFinding } from '../../project/analysis/liveFinding';
import { flaggedFunctions, type FlaggedFunction } from './flaggedFunctions';

/** Says above a function what its flagged lines do. Off by default. */
export function registerFindingLenses(findings: FindingStore): vscode.Disposable {
  const disposables = new DisposableStore();
  const changes = disposables.add(new vscode.EventEmitter<void>());
  disposables.add(findings.onDidChange(() => changes.fire()));
  disposables.add(onDidChangeSettings(() => changes.fire()));
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changes.event,
    provideCodeLenses(document) {
      if (!readSettings(document.uri).show.lenses) return [];
      const flagged = findings
        .findingsOf(document)
        .filter(({ reviewed }) => reviewed === undefined);
      return flaggedFunctions(flagged, document.getText()).map((own) => lensOf(own, document));
    },
  };
  disposables.add(vscode.languages.registerCodeLensProvider({ scheme: 'file' }, provider));
  return disposables;
}

function lensOf({ line, findings }: FlaggedFunction, { uri }: vscode.TextDocument) {
  const start = new vscode.Position(line - 1, 0);
  const [first] = findings;
  const { range } = first!.finding;
  return new vscode.CodeLens(new vscode.Range(start, start), {
    title: findings.map(lensWords).join(' · '),
    command: commandIds.explainFinding,
    arguments: [{ file: uri.fsPath, line: range.line, column: range.column }],
  });
}

function lensWords({ finding, verdict }: LiveFinding): string {
  return `${effectWords(finding)} (${stageWord(verdict.stage)})`;
}
