import * as vscode from 'vscode';
import type { ConnectionStore } from '../../workspace/connectionStore';
import type { FindingStore } from '../../workspace/findings/findingStore';
import { registerFindingActions } from './registerFindingActions';
import { registerFindingHover } from './registerFindingHover';
import { registerFindingLenses } from './registerFindingLenses';
import { registerFindingMarks } from './registerFindingMarks';
import { registerFindingProblems } from './registerFindingProblems';

/** Everything that an editor shows of flagged lines. @param marks the folder of the pictures beside the line numbers */
export function registerFindingSurfaces(
  findings: FindingStore,
  connections: ConnectionStore,
  marks: vscode.Uri,
): vscode.Disposable {
  return vscode.Disposable.from(
    registerFindingMarks(findings, connections, marks),
    registerFindingHover(findings, connections),
    registerFindingProblems(findings, connections),
    registerFindingActions(findings, connections),
    registerFindingLenses(findings),
  );
}
