import * as vscode from 'vscode';
import type { FindingPlace } from '../../manifest';
import type { FindingStore } from './findingStore';
import type { LiveFinding } from '../../project/analysis/liveFinding';
import type { WorkspaceFindings } from './workspaceFindings';

/** A flagged line, and the document that it is in. */
export interface FoundFinding {
  readonly document: vscode.TextDocument;
  readonly live: LiveFinding;
}

export interface FindingStores {
  readonly open: FindingStore;
  readonly workspace: WorkspaceFindings;
}

/** The finding at a place, or on the line of the cursor. */
export async function findingAt(
  { open, workspace }: FindingStores,
  place: FindingPlace | undefined,
): Promise<FoundFinding | undefined> {
  const editor = vscode.window.activeTextEditor;
  const document = place
    ? await vscode.workspace.openTextDocument(vscode.Uri.file(place.file))
    : editor?.document;
  const line = place?.line ?? (editor ? editor.selection.active.line + 1 : 0);
  if (!document) return undefined;
  const known = workspace.files.find(({ file }) => file === document.uri.fsPath)?.findings;
  const findings = [...open.findingsOf(document), ...(known ?? [])];
  const onLine = findings.filter(({ finding }) => finding.range.line === line);
  const live = onLine.find(({ finding }) => finding.range.column === place?.column) ?? onLine[0];
  return live && { document, live };
}
