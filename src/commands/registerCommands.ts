import * as vscode from 'vscode';
import { contextKeys } from '../manifest';
import type { Gate } from '../workspace/gate/gate';
import type { ConnectionStore } from '../workspace/connectionStore';
import { addAgentRules } from './addAgentRules';
import { allowOnce } from './allowOnce';
import { ExplanationDocuments } from './explanationDocuments';
import { explainConnection } from './explainConnection';
import { labelTarget } from './labelTarget';
import { pauseProtection } from './pauseProtection';
import { registerCommand } from './registerCommand';
import { showConnectionMenu } from './showConnectionMenu';

export function registerCommands(
  store: ConnectionStore,
  gate: Gate,
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
    registerCommand(log, 'showConnectionMenu', () => showConnectionMenu(store)),
    store.onDidChange(() => {
      void vscode.commands.executeCommand('setContext', contextKeys.isPaused, store.isPaused);
    }),
  );
}
