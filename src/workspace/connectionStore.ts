import { homedir } from 'node:os';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { Log } from '../core/log';
import type { Setting } from '../core/environment/setting';
import { DisposableStore } from '../disposableStore';
import { diskFiles } from '../project/diskFiles';
import type { ResolveRequest } from '../project/request';
import { decidingTarget, type Resolution } from '../project/resolution';
import type { Resolver } from '../project/resolver/resolver';
import { unknownPlace } from '../project/unknownPlace';
import { onDidChangeSettings, readSettings, type Settings } from '../settings';
import type { TerminalReport } from '../shells/terminalReport';
import type { Connection } from './connection';
import { EnvFileWatcher } from './envFileWatcher';
import { Focus } from './focus';
import { ListenerWatch } from './listenerWatch';
import { Pause } from './pause';
import { ReadFileWatcher } from './readFileWatcher';
import { TerminalState } from './terminalState';
import { windowSettings } from './windowEnvironment';
import { workingFolderOf } from './workingFolder';

const nothing: Connection = {
  subject: { kind: 'none' },
  resolution: { targets: [], missing: [], problems: [], readBy: [] },
};

/** The current state of the window: which database each terminal, and the folder in view, would reach. */
export class ConnectionStore implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #didChangeEmitter = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly #watcher = this.#disposables.add(new EnvFileWatcher());
  readonly #pause = this.#disposables.add(new Pause());
  readonly #focus = this.#disposables.add(new Focus());
  readonly #terminals = new Map<vscode.Terminal, TerminalState>();
  #connections = new Map<vscode.Terminal, Connection>();
  /** Of one round, by folder. */
  readonly #settings = new Map<string, Settings>();
  #folder = nothing;
  #refreshing: Promise<void> | undefined;
  #isStale = false;

  /** Fires after any connection, or the pause, has changed. */
  readonly onDidChange = this.#didChangeEmitter.event;

  constructor(
    private readonly resolver: Resolver,
    private readonly log: Log,
  ) {
    const refresh = (): void => this.refresh();
    const readFiles = this.#disposables.add(new ReadFileWatcher(resolver));
    const watch = this.#disposables.add(new ListenerWatch(resolver));
    this.#disposables.add(readFiles.onDidChange(refresh));
    this.#disposables.add(watch.onDidChange(refresh));
    for (const terminal of vscode.window.terminals)
      this.#terminals.set(terminal, new TerminalState(terminal));
    this.#disposables.add(this.#watcher.onDidChange(refresh));
    this.#disposables.add(this.#focus.onDidChange(refresh));
    this.#disposables.add(onDidChangeSettings(refresh));
    this.#disposables.add(vscode.workspace.onDidChangeWorkspaceFolders(refresh));
    this.#disposables.add(vscode.workspace.onDidGrantWorkspaceTrust(refresh));
    this.#disposables.add(this.#pause.onDidChange(() => this.#didChangeEmitter.fire()));
    this.#disposables.add(vscode.window.onDidChangeTerminalShellIntegration(refresh));
    this.#disposables.add(vscode.window.onDidOpenTerminal((terminal) => this.#open(terminal)));
    this.#disposables.add(vscode.window.onDidCloseTerminal((terminal) => this.#close(terminal)));
    this.refresh();
  }

  /** What the status bar shows: the focused terminal, else the folder of the active editor. */
  get active(): Connection {
    const terminal = this.#focus.terminal;
    return (terminal && this.#connections.get(terminal)) ?? this.#folder;
  }

  connectionOf(terminal: vscode.Terminal): Connection | undefined {
    return this.#connections.get(terminal);
  }

  /** What a run in a folder sees now: the variables of the terminal in use, where that is in the same folder. */
  requestFor(folder: vscode.WorkspaceFolder): ResolveRequest {
    const state = this.#focus.terminal && this.#terminals.get(this.#focus.terminal);
    const root = folder.uri.fsPath;
    if (!state || folderOf(cwdOf(state))?.uri.fsPath !== root)
      return this.#request(root, folder, windowSettings(folder.uri));
    return this.#request(root, folder, state.settings(folder.uri), state.isSeen);
  }

  /** Takes what a terminal's shell says of itself. */
  reportTerminal(terminal: vscode.Terminal, report: TerminalReport): void {
    this.#stateOf(terminal).accept(report);
    this.refresh();
  }

  /** Milliseconds since the epoch, `undefined` while nothing is paused. */
  get pausedUntil(): number | undefined {
    return this.#pause.until;
  }

  get isPaused(): boolean {
    return this.#pause.until !== undefined;
  }

  pause(milliseconds: number): void {
    this.log.info(`Paused for ${Math.round(milliseconds / 60_000)} minutes`);
    this.#pause.start(milliseconds);
  }

  resume(): void {
    this.log.info('Resumed');
    this.#pause.end();
  }

  /** Resolves everything again. Calls while that is under way are answered by one more round. */
  refresh(): void {
    this.#isStale = true;
    this.#refreshing ??= this.#refresh().finally(() => {
      this.#refreshing = undefined;
    });
  }

  async #refresh(): Promise<void> {
    while (this.#isStale) {
      this.#isStale = false;
      this.#settings.clear();
      try {
        const [folder, terminals] = await Promise.all([
          this.#resolveFolder(),
          this.#resolveTerminals(),
        ]);
        this.#logChange(this.#folder, folder);
        this.#folder = folder;
        this.#connections = new Map(terminals);
      } catch (error) {
        this.log.error(error instanceof Error ? error : String(error));
      }
      this.#didChangeEmitter.fire();
    }
  }

  async #resolveFolder(): Promise<Connection> {
    const folder = this.#focus.folder;
    if (!folder) return nothing;
    const root = folder.uri.fsPath;
    const file = this.#focus.file?.fsPath;
    const cwd = file === undefined ? root : await workingFolderOf(diskFiles, file, root);
    const request = this.#request(cwd, folder, windowSettings(folder.uri));
    return {
      subject: { kind: 'folder', folder },
      resolution: await this.#answer(request, file?.endsWith('.ipynb') ? file : undefined),
    };
  }

  #resolveTerminals(): Promise<[vscode.Terminal, Connection][]> {
    const states = [...this.#terminals.values()];
    return Promise.all(
      states.map(async (state) => [state.terminal, await this.#resolveTerminal(state)]),
    );
  }

  async #resolveTerminal(state: TerminalState): Promise<Connection> {
    const { terminal, isSeen } = state;
    const cwd = cwdOf(state);
    const folder = folderOf(cwd);
    const settings = state.settings(folder?.uri);
    const resolution = await this.#answer(this.#request(cwd, folder, settings, isSeen));
    const olderThan = this.#newerFile(state, resolution);
    return {
      subject: { kind: 'terminal', terminal, isSeen, ...(olderThan && { olderThan }) },
      resolution,
    };
  }

  async #answer(request: ResolveRequest, notebook?: string): Promise<Resolution> {
    const { cwd } = request;
    try {
      return notebook === undefined
        ? await this.resolver.resolve(request)
        : await this.resolver.resolveNotebook(request, notebook);
    } catch (error) {
      this.log.error(error instanceof Error ? error : String(error));
      const origin = { kind: 'file', name: basename(cwd), file: cwd } as const;
      return unknownPlace('What a run here would reach could not be found out.', origin);
    }
  }

  #request(
    cwd: string,
    folder: vscode.WorkspaceFolder | undefined,
    settings: readonly Setting[],
    isShellSeen = false,
  ): ResolveRequest {
    const { labels, developmentVariables } = this.#settingsOf(folder);
    const root = folder?.uri.fsPath ?? cwd;
    const stated = { labels, developmentVariables };
    return { cwd, root, process: { settings }, isShellSeen, ...stated, home: homedir() };
  }

  /** Many terminals share a folder, and each look at its settings costs. */
  #settingsOf(folder: vscode.WorkspaceFolder | undefined): Settings {
    const key = folder?.uri.toString() ?? '';
    const settings = this.#settings.get(key) ?? readSettings(folder?.uri);
    this.#settings.set(key, settings);
    return settings;
  }

  /** An env file edited since the shell took its variables, and that says otherwise now. */
  #newerFile(state: TerminalState, resolution: Resolution): string | undefined {
    const target = decidingTarget(resolution)?.target;
    if (target?.origin.kind !== 'shell') return undefined;
    return target.overrides
      .map(({ file }) => file)
      .find((file) => file !== undefined && this.#watcher.editedAt(file) > state.changedAt);
  }

  #logChange(before: Connection, after: Connection): void {
    const [was, is] = [before, after].map(
      ({ resolution }) => decidingTarget(resolution)?.stage ?? 'none',
    );
    if (was !== is) this.log.info(`Stage of the folder: ${was} → ${is}`);
  }

  #stateOf(terminal: vscode.Terminal): TerminalState {
    const state = this.#terminals.get(terminal) ?? new TerminalState(terminal);
    this.#terminals.set(terminal, state);
    return state;
  }

  #open(terminal: vscode.Terminal): void {
    this.#stateOf(terminal);
    this.refresh();
  }

  #close(terminal: vscode.Terminal): void {
    this.#terminals.delete(terminal);
    this.refresh();
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function cwdOf({ cwd }: TerminalState): string {
  return cwd ?? vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir();
}

function folderOf(path: string): vscode.WorkspaceFolder | undefined {
  return vscode.workspace.getWorkspaceFolder(vscode.Uri.file(path));
}
