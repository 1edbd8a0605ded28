import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { Connection } from './connection';

/** The folder from which the paths of a connection are shown. */
export function shownFolder({ subject }: Connection): string {
  const cwd = subject.kind === 'terminal' ? subject.terminal.shellIntegration?.cwd : undefined;
  const own = cwd && vscode.workspace.getWorkspaceFolder(cwd)?.uri;
  const folder = subject.kind === 'folder' ? subject.folder.uri : (own ?? cwd);
  return (folder ?? vscode.workspace.workspaceFolders?.[0]?.uri)?.fsPath ?? homedir();
}
