import * as vscode from 'vscode';
import type { Place } from '../project/explanation';

/** An encoded URI that opens a file at the line. */
export function placeUri({ file, line }: Place): string {
  const uri = vscode.Uri.file(file);
  return (line === undefined ? uri : uri.with({ fragment: `L${line}` })).toString();
}
