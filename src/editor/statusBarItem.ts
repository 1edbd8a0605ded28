import * as vscode from 'vscode';
import { countdownText } from '../core/countdown';
import { DisposableStore } from '../disposableStore';
import { commandIds } from '../manifest';
import { statusText } from '../project/statusText';
import { onDidChangeSettings, readSettings } from '../settings';
import type { ConnectionStore } from '../workspace/connectionStore';
import { explainConnection } from '../workspace/explainConnection';
import { shownFolder } from '../workspace/shownFolder';
import { explanationMarkdown } from './explanationMarkdown';
import { placeUri } from './placeUri';
import { escapeIcons, statusBarAppearance } from './statusBarAppearance';

/** Left of everything but the remote indicator. */
const priority = 100_000;

/** Shows the active connection in words, with the evidence as its tooltip. */
export function registerStatusBarItem(store: ConnectionStore): vscode.Disposable {
  return new ConnectionStatusBarItem(store);
}

class ConnectionStatusBarItem implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #item = this.#disposables.add(
    vscode.window.createStatusBarItem('connection', vscode.StatusBarAlignment.Left, priority),
  );
  #ticking: NodeJS.Timeout | undefined;

  constructor(private readonly store: ConnectionStore) {
    this.#item.name = vscode.l10n.t('Safety Catch: Database');
    this.#item.command = commandIds.showConnectionMenu;
    this.#disposables.add(store.onDidChange(() => this.#show()));
    this.#disposables.add(onDidChangeSettings(() => this.#show()));
    this.#show();
  }

  #show(): void {
    clearInterval(this.#ticking);
    if (this.store.isPaused) {
      this.#ticking = setInterval(() => this.#showPause(), 1000);
      this.#showPause();
    } else this.#showConnection();
  }

  #showPause(): void {
    const left = (this.store.pausedUntil ?? 0) - Date.now();
    this.#item.text = vscode.l10n.t('$(debug-pause) Safety Catch paused {0}', countdownText(left));
    this.#item.backgroundColor = undefined;
    this.#item.color = undefined;
    // In whole minutes, so that a screen reader is not told every second.
    const spoken = vscode.l10n.t(
      'Safety Catch is paused for {0} more minutes.',
      Math.ceil(left / 60_000),
    );
    this.#item.tooltip = this.#tooltip(spoken);
    this.#item.accessibilityInformation = { label: spoken };
    this.#item.show();
  }

  #showConnection(): void {
    const { active } = this.store;
    const status = statusText(active.resolution, shownFolder(active));
    if (!status) return this.#item.hide();
    const { icon, colour } = statusBarAppearance(status.stage);
    const isColoured = colour && readSettings().colour.statusBar !== 'off';
    const theme = (part: string): vscode.ThemeColor | undefined =>
      isColoured ? new vscode.ThemeColor(`statusBarItem.${colour}${part}`) : undefined;
    this.#item.text = `$(${icon}) ${escapeIcons(status.text)}`;
    this.#item.backgroundColor = theme('Background');
    this.#item.color = theme('Foreground');
    this.#item.tooltip = this.#tooltip();
    this.#item.accessibilityInformation = { label: status.spoken };
    this.#item.show();
  }

  #tooltip(lead?: string): vscode.MarkdownString {
    const { active } = this.store;
    const explanation = explanationMarkdown(explainConnection(active), {
      folder: shownFolder(active),
      uriOf: placeUri,
    });
    const actions: readonly (readonly [string, string])[] = [
      [vscode.l10n.t('Explain'), commandIds.explainConnection],
      [vscode.l10n.t('Label'), commandIds.labelTarget],
      this.store.isPaused
        ? [vscode.l10n.t('Resume'), commandIds.resumeProtection]
        : [vscode.l10n.t('Pause for 15 minutes'), commandIds.pauseProtection],
    ];
    const links = actions.map(([title, command]) => `[${title}](command:${command})`).join(' · ');
    const tooltip = new vscode.MarkdownString(
      [lead, explanation, links].filter((part) => part !== undefined).join('\n\n'),
    );
    tooltip.isTrusted = { enabledCommands: actions.map(([, command]) => command) };
    return tooltip;
  }

  dispose(): void {
    clearInterval(this.#ticking);
    this.#disposables.dispose();
  }
}
