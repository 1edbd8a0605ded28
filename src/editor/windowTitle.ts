import * as vscode from 'vscode';
import { needsCare } from '../core/stages/stageWord';
import { contextKeys } from '../manifest';
import { statusText } from '../project/statusText';
import type { ConnectionStore } from '../workspace/connectionStore';
import { shownFolder } from '../workspace/shownFolder';

/** The variable's name in `window.title`. */
const variable = 'safetyCatch';

/**
 * Offers `${safetyCatch}` to a person's own `window.title`: empty in development. The default title is not touched, because
 * it differs by platform and one default could not leave all of them as they are.
 */
export function registerWindowTitle(store: ConnectionStore): vscode.Disposable {
  const show = (): void => {
    void vscode.commands.executeCommand('setContext', contextKeys.titleText, titleText(store));
  };
  void offerVariable();
  show();
  return store.onDidChange(show);
}

function titleText({ active }: ConnectionStore): string {
  const status = statusText(active.resolution, shownFolder(active));
  return status?.stage && needsCare(status.stage) ? status.text : '';
}

async function offerVariable(): Promise<void> {
  const known = await vscode.commands.getCommands(true);
  // Older versions of VS Code have no such command: a title that names the variable shows nothing for it.
  if (known.includes('registerWindowTitleVariable'))
    await vscode.commands.executeCommand(
      'registerWindowTitleVariable',
      variable,
      contextKeys.titleText,
    );
}
