import * as vscode from 'vscode';
import { viewIds } from '../manifest';
import type { WorkspaceFindings } from '../workspace/findings/workspaceFindings';

/** Looks through the workspace. The view shows how far it is, and has the button that stops it. */
export async function findFlaggedLines(findings: WorkspaceFindings): Promise<void> {
  const viewId = viewIds.flaggedLines;
  void vscode.commands.executeCommand(`${viewId}.focus`);
  await vscode.window.withProgress({ location: { viewId } }, () => findings.find());
}
