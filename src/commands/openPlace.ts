import * as vscode from 'vscode';
import type { Place } from '../project/explanation';

/** Opens a file at the line. */
export async function openPlace({ file, line = 1 }: Place): Promise<void> {
  const start = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(vscode.Uri.file(file), {
    selection: new vscode.Range(start, start),
  });
}
