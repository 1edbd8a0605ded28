import * as vscode from 'vscode';
import { linesOf } from '../core/findings/codeLines';
import { reviewComment } from '../core/findings/reviewComment';
import { UserError } from '../errors';
import type { FindingPlace } from '../manifest';
import { findingAt, type FindingStores } from '../workspace/findings/findingAt';

/** Writes a comment beside a flagged line that says why it is as it should be. It is saved by who reads it. */
export async function markReviewed(
  findings: FindingStores,
  place: FindingPlace | undefined,
): Promise<void> {
  const found = await findingAt(findings, place);
  if (!found) throw new UserError(vscode.l10n.t('No flagged line is here.'));
  const { document, live } = found;
  const reason = await askReason();
  const lines = linesOf(document.getText());
  const { line, kind, text } = reviewComment(live.finding.range, lines, {
    language: document.languageId,
    reason,
  });
  const edit = new vscode.WorkspaceEdit();
  if (kind === 'behind') edit.insert(document.uri, document.lineAt(line - 1).range.end, text);
  else edit.insert(document.uri, new vscode.Position(line - 1, 0), `${text}\n`);
  await vscode.workspace.applyEdit(edit);
}

async function askReason(): Promise<string> {
  const reason = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('Why is this line as it should be? Everyone who reads the code sees it.'),
    placeHolder: vscode.l10n.t('empties the test tenant only'),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A reason is needed.') : ''),
  });
  if (reason === undefined) throw new vscode.CancellationError();
  return reason.trim();
}
