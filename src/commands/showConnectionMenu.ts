import * as vscode from 'vscode';
import { commandIds } from '../manifest';
import { placeText } from '../project/describe';
import { decidingTarget } from '../project/resolution';
import { statusText } from '../project/statusText';
import type { ConnectionStore } from '../workspace/connectionStore';
import { shownFolder } from '../workspace/shownFolder';
import { openPlace } from './openPlace';

interface Choice extends vscode.QuickPickItem {
  readonly run: () => PromiseLike<void>;
}

/** What a click on the status bar item offers. */
export async function showConnectionMenu(store: ConnectionStore): Promise<void> {
  const { active } = store;
  const choices = [
    ...(store.isPaused ? [resumeChoice()] : []),
    ...originChoices(store),
    commandChoice(
      'question',
      vscode.l10n.t('Explain this connection'),
      commandIds.explainConnection,
    ),
    commandChoice('tag', vscode.l10n.t('Label this database…'), commandIds.labelTarget),
    settingsChoice(),
    ...(store.isPaused ? [] : [pauseChoice()]),
    commandChoice('output', vscode.l10n.t('Show log'), commandIds.showLog),
  ];
  const status = statusText(active.resolution, shownFolder(active));
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder: status?.spoken });
  await chosen?.run();
}

function originChoices({ active }: ConnectionStore): Choice[] {
  const { file, line } = decidingTarget(active.resolution)?.target.origin ?? {};
  if (file === undefined) return [];
  const place = { file, ...(line !== undefined && { line }) };
  const label = `$(go-to-file) ${vscode.l10n.t('Open what decides')}`;
  const description = placeText(place, shownFolder(active));
  return [{ label, description, run: () => openPlace(place) }];
}

function settingsChoice(): Choice {
  return {
    label: `$(gear) ${vscode.l10n.t('Settings')}`,
    run: () => vscode.commands.executeCommand('workbench.action.openSettings', 'safetyCatch'),
  };
}

function pauseChoice(): Choice {
  const title = vscode.l10n.t('Pause for 15 minutes');
  return commandChoice('debug-pause', title, commandIds.pauseProtection);
}

function resumeChoice(): Choice {
  return commandChoice('debug-start', vscode.l10n.t('Resume'), commandIds.resumeProtection);
}

function commandChoice(icon: string, title: string, command: string): Choice {
  return {
    label: `$(${icon}) ${title}`,
    run: () => vscode.commands.executeCommand(command),
  };
}
