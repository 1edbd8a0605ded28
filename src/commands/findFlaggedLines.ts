import * as vscode from 'vscode';
import { viewIds } from '../manifest';
import type { WorkspaceFindings } from '../workspace/findings/workspaceFindings';

/** Looks through the workspace. Can be stopped from where its progress is shown. */
export async function findFlaggedLines(findings: WorkspaceFindings): Promise<void> {
  void vscode.commands.executeCommand(`${viewIds.flaggedLines}.focus`);
  await vscode.window.withProgress({ location: { viewId: viewIds.flaggedLines } }, () =>
    vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: vscode.l10n.t('Finding flagged lines'),
        cancellable: true,
      },
      (_, token) => {
        token.onCancellationRequested(() => findings.stop());
        return findings.find();
      },
    ),
  );
}
