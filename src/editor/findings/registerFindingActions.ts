import * as vscode from 'vscode';
import { linesOf } from '../../core/findings/codeLines';
import { environmentGuard } from '../../project/guards/environmentGuard';
import { filterGuard } from '../../project/guards/filterGuard';
import type { Guard } from '../../project/guards/guard';
import { commandIds } from '../../manifest';
import { assignmentOf } from '../../project/fix';
import type { ConnectionStore } from '../../workspace/connectionStore';
import type { FindingStore } from '../../workspace/findings/findingStore';
import type { LiveFinding } from '../../project/analysis/liveFinding';
import { editorRange } from './editorRange';
import { problemSource } from './registerFindingProblems';

const { QuickFix } = vscode.CodeActionKind;

/** Offers on a flagged line what would make it safe, or says that it is. */
export function registerFindingActions(
  findings: FindingStore,
  connections: ConnectionStore,
): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { scheme: 'file' },
    {
      provideCodeActions(document, range, { diagnostics }) {
        const live = findings
          .findingsOf(document)
          .find(({ finding }) => isOnLines(range, editorRange(finding.range)));
        if (!live || live.reviewed !== undefined) return [];
        const { start } = editorRange(live.finding.range);
        const fixed = diagnostics.filter(
          ({ source, range: own }) => source === problemSource && own.start.isEqual(start),
        );
        const actions = [
          ...guardActions(live, document, connections),
          ...commandActions(live, document),
        ];
        for (const action of actions) action.diagnostics = fixed;
        return actions;
      },
    },
    { providedCodeActionKinds: [QuickFix] },
  );
}

function isOnLines(range: vscode.Range, { start, end }: vscode.Range): boolean {
  return range.start.line <= end.line && range.end.line >= start.line;
}

function guardActions(
  { finding }: LiveFinding,
  document: vscode.TextDocument,
  { active }: ConnectionStore,
): vscode.CodeAction[] {
  const lines = linesOf(document.getText());
  const [sign] = active.resolution.missing.flatMap(assignmentOf);
  const language = document.languageId;
  const environmentTitle = sign
    ? vscode.l10n.t('Go on only where {0} is {1}', sign.name, sign.value)
    : vscode.l10n.t('Go on only in development');
  const guards: readonly (readonly [title: string, guard: Guard | undefined])[] = [
    [vscode.l10n.t('Take only what a filter picks'), filterGuard(finding, lines)],
    [environmentTitle, environmentGuard(finding.range, lines, { language, sign })],
  ];
  return guards.flatMap(([title, guard]) =>
    guard ? [guardAction(title, document.uri, guard)] : [],
  );
}

function guardAction(title: string, uri: vscode.Uri, { edits }: Guard): vscode.CodeAction {
  const action = new vscode.CodeAction(title, QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    uri,
    edits.map(({ range, snippet }) =>
      vscode.SnippetTextEdit.replace(editorRange(range), new vscode.SnippetString(snippet)),
    ),
  );
  return action;
}

function commandActions({ finding }: LiveFinding, { uri }: vscode.TextDocument) {
  const { line, column } = finding.range;
  const place = { file: uri.fsPath, line, column };
  return [
    commandAction(vscode.l10n.t('Mark as reviewed…'), commandIds.markReviewed, [place]),
    commandAction(vscode.l10n.t('Run this file on development'), commandIds.runOnDevelopment, []),
    commandAction(vscode.l10n.t('Explain this flagged line'), commandIds.explainFinding, [place]),
  ];
}

function commandAction(title: string, command: string, args: unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, QuickFix);
  action.command = { title, command, arguments: args };
  return action;
}
