import * as vscode from 'vscode';
import type { ConnectionStore } from '../workspace/connectionStore';

const minutes = 15;

/** A person's own decision, so nothing asks again: the status bar counts down and the pause ends by itself. */
export async function pauseProtection(store: ConnectionStore): Promise<void> {
  store.pause(minutes * 60_000);
  const resume = vscode.l10n.t('Resume Now');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Safety Catch is paused for {0} minutes, then goes on by itself. Nothing is coloured meanwhile.',
      minutes,
    ),
    resume,
  );
  if (chosen === resume) store.resume();
}
