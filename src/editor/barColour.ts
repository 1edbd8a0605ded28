import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Log } from '../core/log';
import { DisposableStore } from '../disposableStore';
import { stageOf } from '../project/resolution';
import { isSeenByVersionControl } from '../project/versionControl';
import { onDidChangeSettings, readSettings } from '../settings';
import type { ConnectionStore } from '../workspace/connectionStore';
import { wishesRedBar } from './barWish';
import {
  planPaint,
  unpaintFile,
  writeSettings,
  type PaintRecord,
  type SettingsPlace,
} from './settingsFile';

const recordKey = 'barColour.record';
const section = 'workbench.colorCustomizations';

/** Turns the whole bar red in production, where no file under version control changes by that. */
export function registerBarColour(
  store: ConnectionStore,
  memento: vscode.Memento,
  log: Log,
): vscode.Disposable {
  return new BarColour(store, memento, log);
}

class BarColour implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  #work: Promise<unknown> = Promise.resolve();
  /** What the files were last brought to; `undefined` before the first time, and where that has to be tried again. */
  #isRed: boolean | undefined;
  #isDisposed = false;
  #hasTold = false;

  constructor(
    private readonly store: ConnectionStore,
    private readonly memento: vscode.Memento,
    private readonly log: Log,
  ) {
    const update = (): void => this.#update();
    this.#disposables.add(store.onDidChange(update));
    this.#disposables.add(onDidChangeSettings(update));
    this.#disposables.add(vscode.window.onDidChangeActiveColorTheme(update));
    this.#disposables.add(vscode.workspace.onDidGrantWorkspaceTrust(update));
    this.#disposables.add(vscode.workspace.onDidSaveTextDocument(update));
    this.#enqueue(() => this.#recover());
    this.#update();
  }

  get #record(): PaintRecord | undefined {
    return this.memento.get<PaintRecord>(recordKey);
  }

  /** One change after the other: the next one sees what the last one wrote. */
  #update(): void {
    this.#enqueue(() => this.#bring(this.#wish()));
  }

  #enqueue(change: () => Promise<unknown>): void {
    this.#work = this.#work.then(change).then(undefined, (error: unknown) => {
      this.log.warn(`The whole bar keeps its colours: ${String(error)}`);
    });
  }

  #wish(): boolean {
    const { kind } = vscode.window.activeColorTheme;
    return wishesRedBar({
      stage: stageOf(this.store.active.resolution),
      choice: readSettings().colour.statusBar,
      isPaused: this.store.isPaused,
      isTrusted: vscode.workspace.isTrusted,
      isHighContrast:
        kind === vscode.ColorThemeKind.HighContrast ||
        kind === vscode.ColorThemeKind.HighContrastLight,
    });
  }

  async #bring(isRed: boolean): Promise<void> {
    if (isRed === this.#isRed || this.#isDisposed) return;
    const isDone = isRed ? await this.#paint() : await this.#putBack();
    this.#isRed = isDone ? isRed : undefined;
  }

  /** Returns whether there is nothing left to try. */
  async #paint(): Promise<boolean> {
    const place = settingsPlace();
    if (!place || this.#record) return true;
    if (isUnsaved(place.file)) return false;
    if (await isSeenByVersionControl(place.file)) {
      this.#tellSeen(place.file);
      return true;
    }
    const plan = planPaint(place);
    if (!plan) return true;
    await this.memento.update(recordKey, plan.record);
    // The record comes first, so that a crash finds it; meanwhile the person may have written, or the window closed.
    if (planPaint(place)?.text === plan.text && !this.#isDisposed) {
      writeSettings(place.file, plan.text);
      return true;
    }
    await this.memento.update(recordKey, undefined);
    return false;
  }

  async #putBack(): Promise<boolean> {
    const record = this.#record;
    if (!record) return true;
    if (isUnsaved(record.file) || !unpaintFile(record, record)) return false;
    await this.memento.update(recordKey, undefined);
    return true;
  }

  /** What a window left behind that could not say goodbye; its record may be lost. */
  async #recover(): Promise<void> {
    const place = settingsPlace();
    if (this.#record) await this.#putBack();
    else if (place && existsSync(place.file) && vscode.workspace.isTrusted)
      if (!isUnsaved(place.file) && !(await isSeenByVersionControl(place.file)))
        unpaintFile(place, undefined);
  }

  #tellSeen(file: string): void {
    const text = vscode.l10n.t(
      'Only the Safety Catch item turns red: colouring the whole bar would change {0}, which version control sees.',
      vscode.workspace.asRelativePath(file),
    );
    if (this.#hasTold) return;
    this.#hasTold = true;
    this.log.info(text);
    // Who asked for the bar by name wants to know why it stays as it is.
    if (readSettings().colour.statusBar === 'bar') void vscode.window.showInformationMessage(text);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#disposables.dispose();
    const record = this.#record;
    if (record) unpaintFile(record, record);
  }
}

/** The settings that belong to this window alone, `undefined` where there are none on disk. */
function settingsPlace(): SettingsPlace | undefined {
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  if (workspaceFile)
    return workspaceFile.scheme === 'file'
      ? { file: workspaceFile.fsPath, path: ['settings', section] }
      : undefined;
  const folder = workspaceFolders?.[0]?.uri;
  return folder?.scheme === 'file'
    ? { file: join(folder.fsPath, '.vscode', 'settings.json'), path: [section] }
    : undefined;
}

/** Writing beneath an editor's unsaved text would make a conflict for the person. */
function isUnsaved(file: string): boolean {
  return vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.fsPath === file);
}
