import * as vscode from 'vscode';
import { contextKeys } from '../manifest';
import type { Gate } from '../workspace/gate/gate';
import type { ConnectionStore } from '../workspace/connectionStore';
import type { FindingStores } from '../workspace/findings/findingAt';
import { addAgentRules } from './addAgentRules';
import { allowOnce } from './allowOnce';
import { ExplanationDocuments } from './explanationDocuments';
import { explainConnection } from './explainConnection';
import { explainFinding } from './explainFinding';
import { findFlaggedLines } from './findFlaggedLines';
import { labelTarget } from './labelTarget';
import { markReviewed } from './markReviewed';
import { pauseProtection } from './pauseProtection';
import { registerCommand } from './registerCommand';
import { runOnDevelopment } from './runOnDevelopment';
import { showConnectionMenu } from './showConnectionMenu';

/** What commands act on. */
export interface CommandSubjects {
  readonly store: ConnectionStore;
  readonly gate: Gate;
  readonly findings: FindingStores;
}

export function registerCommands(
  { store, gate, findings }: CommandSubjects,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const documents = new ExplanationDocuments();
  return vscode.Disposable.from(
    documents,
    registerCommand(log, 'explainConnection', () => explainConnection(store, documents)),
    registerCommand(log, 'allowOnce', () => allowOnce(gate)),
    registerCommand(log, 'addAgentRules', () => addAgentRules()),
    registerCommand(log, 'labelTarget', () => labelTarget(store)),
    registerCommand(log, 'showLog', () => log.show()),
    registerCommand(log, 'pauseProtection', () => pauseProtection(store)),
    registerCommand(log, 'resumeProtection', () => store.resume()),
    registerCommand(log, 'explainFinding', (place) =>
      explainFinding(findings, store, documents, place),
    ),
    registerCommand(log, 'markReviewed', (place) => markReviewed(findings, place)),
    registerCommand(log, 'runOnDevelopment', () => runOnDevelopment(store)),
    registerCommand(log, 'findFlaggedLines', () => findFlaggedLines(findings.workspace)),
    registerCommand(log, 'stopFinding', () => findings.workspace.stop()),
    registerCommand(log, 'showConnectionMenu', () => showConnectionMenu(store)),
    store.onDidChange(() => {
      void vscode.commands.executeCommand('setContext', contextKeys.isPaused, store.isPaused);
    }),
  );
}
