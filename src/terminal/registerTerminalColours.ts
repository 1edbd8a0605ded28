import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import type { Log } from '../core/log';
import { DisposableStore } from '../disposableStore';
import { stageOf } from '../project/resolution';
import { readSettings } from '../settings';
import type { ConnectionStore } from '../workspace/connectionStore';
import { findAbandonedFiles, openRuntimeFolder, removeFile, writePrivately } from './runtimeFolder';
import { ShellDevice } from './shellDevice';
import { ShellProcesses } from './shellProcesses';
import { colourSequence, terminalColours, type ThemeKind } from './terminalColours';

const retryMilliseconds = 2000;

/** Colours each terminal by the stage of the database that it would reach, also one that nobody types into. */
export function registerTerminalColours(
  store: ConnectionStore,
  runtimeFolder: string,
  log: Log,
): vscode.Disposable {
  const refusal =
    process.platform === 'win32'
      ? 'on Windows a terminal has no device to write to'
      : openRuntimeFolder(runtimeFolder);
  if (refusal) {
    log.warn(`Terminals keep their colours: ${refusal}`);
    return new DisposableStore();
  }
  resetAbandoned(runtimeFolder);
  return new TerminalColours(store, runtimeFolder);
}

/** Terminals that a crashed window left coloured. This window colours its own ones anew. */
function resetAbandoned(runtimeFolder: string): void {
  for (const file of findAbandonedFiles(runtimeFolder))
    if (file.endsWith('.coloured')) {
      new ShellDevice(Number.parseInt(basename(file))).write(colourSequence(undefined));
      removeFile(file);
    }
}

interface Shown {
  readonly device: ShellDevice;
  readonly sequence: string;
}

class TerminalColours implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #shells = this.#disposables.add(new ShellProcesses());
  /** The terminals that are coloured now, by the process id of their shell. */
  readonly #shown = new Map<number, Shown>();
  #retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly store: ConnectionStore,
    private readonly runtimeFolder: string,
  ) {
    const update = (): void => this.#update();
    this.#disposables.add(store.onDidChange(update));
    this.#disposables.add(this.#shells.onDidOpen(update));
    this.#disposables.add(this.#shells.onDidClose((processId) => this.#forget(processId)));
    // A new theme, or one customised by the status bar's colour, takes the terminals' own colours away.
    this.#disposables.add(
      vscode.window.onDidChangeActiveColorTheme(() => {
        this.#update();
        for (const processId of this.#shown.keys()) this.#repeat(processId);
      }),
    );
    // So do full-screen programs, `reset`, and a move to another part of the window.
    this.#disposables.add(
      vscode.window.onDidEndTerminalShellExecution(({ terminal }) => this.#repeatIn(terminal)),
    );
    // A terminal that is still being put on the screen gets the theme's colours last.
    this.#disposables.add(
      vscode.window.onDidChangeTerminalShellIntegration(({ terminal }) => this.#repeatIn(terminal)),
    );
    this.#disposables.add(
      vscode.window.onDidChangeActiveTerminal((terminal) => terminal && this.#repeatIn(terminal)),
    );
  }

  dispose(): void {
    clearTimeout(this.#retry);
    this.#disposables.dispose();
    for (const processId of [...this.#shown.keys()]) this.#show(processId, undefined);
  }

  #update(): void {
    const isOff = this.store.isPaused || readSettings().colour.terminal === 'off';
    for (const [processId, terminal] of this.#shells)
      this.#show(processId, isOff ? undefined : this.#wantedSequence(terminal));
  }

  #wantedSequence(terminal: vscode.Terminal): string | undefined {
    const connection = this.store.connectionOf(terminal);
    if (!connection) return undefined;
    const colours = terminalColours(stageOf(connection.resolution), themeKind());
    return colours && colourSequence(colours);
  }

  #show(processId: number, sequence: string | undefined): void {
    const shown = this.#shown.get(processId);
    if (shown?.sequence === sequence) return;
    const device = shown?.device ?? new ShellDevice(processId);
    // Before the colour: whoever finds the note puts the colours back, should this window die.
    if (sequence) writePrivately(this.#noteOf(processId), `${process.pid}\n`);
    const outcome = device.write(sequence ?? colourSequence(undefined));
    if (outcome === 'busy') return this.#retryLater();
    if (sequence && outcome === 'written') this.#shown.set(processId, { device, sequence });
    else this.#forget(processId);
    // A shell that is only just being started has no terminal yet.
    if (sequence && outcome === 'gone') this.#retryLater();
  }

  #repeatIn(terminal: vscode.Terminal): void {
    this.#update();
    for (const [processId, candidate] of this.#shells)
      if (candidate === terminal) this.#repeat(processId);
  }

  #repeat(processId: number): void {
    const shown = this.#shown.get(processId);
    shown?.device.write(shown.sequence);
  }

  #retryLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#update(), retryMilliseconds);
  }

  #forget(processId: number): void {
    this.#shown.delete(processId);
    removeFile(this.#noteOf(processId));
  }

  #noteOf(processId: number): string {
    return join(this.runtimeFolder, `${processId}.coloured`);
  }
}

function themeKind(): ThemeKind {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Dark:
      return 'dark';
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.HighContrast:
    case vscode.ColorThemeKind.HighContrastLight:
      return 'highContrast';
  }
}
