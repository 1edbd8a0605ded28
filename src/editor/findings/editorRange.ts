import * as vscode from 'vscode';
import type { CodeRange } from '../../core/findings/codeFinding';

/** A range of code as VS Code counts: from 0. */
export function editorRange({ line, column, endLine, endColumn }: CodeRange): vscode.Range {
  return new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}
