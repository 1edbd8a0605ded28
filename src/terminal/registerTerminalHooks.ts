import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Log } from '../core/log';
import { DisposableStore } from '../disposableStore';
import { onDidChangeSettings, readSettings } from '../settings';
import { targetName } from '../project/gate/nameToType';
import { decidingTarget, type Resolution } from '../project/resolution';
import type { GateAsk } from '../shells/gateProtocol';
import type { TerminalReport } from '../shells/terminalReport';
import type { Gate } from '../workspace/gate/gate';
import type { ConnectionStore } from '../workspace/connectionStore';
import { windowSettings } from '../workspace/windowEnvironment';
import { hookVariables } from './hookVariables';
import { ShellProcesses } from './shellProcesses';
import type { LastVerdict } from './rendezvous';
import { StandIns } from './standIns';
import { readStartVariables } from './startVariables';
import { TerminalReports } from './terminalReports';

export interface HookFolders {
  /** The extension's `media/hooks`. */
  readonly hooks: string;
  /** A folder of this user alone, by which shells find this window. Made where it is missing. */
  readonly runtime: string;
  /** The same, but it lasts: terminals that stay open name programs in it. */
  readonly standIns: string;
}

/** Whom shells talk to: one takes their reports, the other answers their questions. */
export interface HookPartners {
  readonly store: ConnectionStore;
  readonly gate: Gate;
}

/** Lets new terminals of a trusted workspace report their variables, while the setting says so. */
export function registerTerminalHooks(
  { store, gate }: HookPartners,
  collection: vscode.EnvironmentVariableCollection,
  folders: HookFolders,
  log: Log,
): vscode.Disposable {
  // A collection that outlived its extension would point shells at start-up folders that are gone.
  collection.persistent = false;
  collection.description = new vscode.MarkdownString(
    vscode.l10n.t(
      'Shows which database this terminal would reach, and stops what would destroy production. Its shell tells **Safety Catch** at each prompt which variables such as `DATABASE_URL` it exports, and asks before lines, tasks, scripts and database tools run. What it tells stays in memory on this machine, and no start-up file of yours is edited. Turn it off with `safetyCatch.terminal.hook`.',
    ),
  );
  const disposables = new DisposableStore();
  const hooks = disposables.add(new TerminalHooks({ store, gate }, collection, folders, log));
  disposables.add(onDidChangeSettings(() => hooks.update()));
  disposables.add(vscode.workspace.onDidGrantWorkspaceTrust(() => hooks.update()));
  hooks.update();
  return disposables;
}

class TerminalHooks implements vscode.Disposable {
  readonly #shells = new ShellProcesses();
  #running: vscode.Disposable | undefined;

  constructor(
    private readonly partners: HookPartners,
    private readonly collection: vscode.EnvironmentVariableCollection,
    private readonly folders: HookFolders,
    private readonly log: Log,
  ) {}

  update(): void {
    const isWanted =
      process.platform !== 'win32' && vscode.workspace.isTrusted && readSettings().terminal.hook;
    if (isWanted) this.#running ??= this.#start();
    else this.#stop();
  }

  dispose(): void {
    this.#stop();
    this.#shells.dispose();
  }

  #stop(): void {
    this.#running?.dispose();
    this.#running = undefined;
  }

  #start(): vscode.Disposable {
    const reports = new TerminalReports(
      this.folders.runtime,
      {
        onReport: (report) => this.#receive(report),
        onAsk: (ask, dialogue) =>
          void this.partners.gate
            .answer(withStartVariables(ask), dialogue)
            .then((answer) => dialogue.answer(answer)),
      },
      this.log,
    );
    for (const [processId] of this.#shells) reports.add(processId);
    const standIns = new StandIns(this.folders.standIns, this.folders.hooks);
    const windowName = nameOfWindow();
    reports.start(windowName).then(
      (isStarted) =>
        isStarted && this.#setVariables(join(this.folders.runtime, windowName), standIns),
      (error: unknown) => this.log.error('Terminals cannot report', error),
    );
    this.partners.gate
      .warmUp()
      .catch((error: unknown) => this.log.warn(`The gate is not warm yet: ${String(error)}`));
    return vscode.Disposable.from(
      this.#shells.onDidOpen((processId) => reports.add(processId)),
      this.#shells.onDidOpen(() => standIns.update()),
      this.#shells.onDidClose((processId) => {
        reports.remove(processId);
        this.partners.gate.forget(processId);
      }),
      this.partners.store.onDidChange(() => this.#tellVerdicts(reports)),
      reports,
      standIns,
      { dispose: () => this.collection.clear() },
    );
  }

  #receive(report: TerminalReport): void {
    const { processId } = report;
    const terminal = this.#shells.terminalOf(processId);
    if (!terminal) return;
    this.partners.store.reportTerminal(terminal, report);
    // The prompt is there again: the safe form of the line that was refused can be typed.
    const fix = report.wasRefused ? this.partners.gate.takeFix(processId) : undefined;
    if (fix !== undefined) terminal.sendText(fix);
  }

  /** What each shell goes by, should this window die. */
  #tellVerdicts(reports: TerminalReports): void {
    for (const [processId, terminal] of this.#shells) {
      const connection = this.partners.store.connectionOf(terminal);
      reports.setVerdict(processId, connection && lastVerdict(connection.resolution));
    }
  }

  #setVariables(channelFile: string, standIns: StandIns): void {
    const environment = Object.fromEntries(
      windowSettings(undefined).map(({ name, value }) => [name, value]),
    );
    const { hooks: hooksFolder } = this.folders;
    const { platform } = process;
    const refusal = standIns.install(environment['PATH'] ?? '');
    if (refusal) this.log.warn(`Run-scripts and tools are not asked about: ${refusal}`);
    for (const { name, action, value, isRepeated } of hookVariables({
      hooksFolder,
      channelFile,
      environment,
      platform,
      ...(refusal ? {} : { standIns }),
    }))
      this.collection[action](name, value, {
        applyAtProcessCreation: true,
        applyAtShellIntegration: isRepeated ?? false,
      });
  }
}

function withStartVariables(ask: GateAsk): GateAsk {
  return ask.kind === 'line'
    ? { ...ask, variables: new Map([...readStartVariables(ask.processId), ...ask.variables]) }
    : ask;
}

function lastVerdict(resolution: Resolution): LastVerdict | undefined {
  const deciding = decidingTarget(resolution);
  return deciding && { stage: deciding.stage, name: targetName(deciding.target) };
}

/** The same after a reload: VS Code marks terminals as outdated whose variables would be others now. */
function nameOfWindow(): string {
  const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
  const uris = workspaceFile ? [workspaceFile] : workspaceFolders.map(({ uri }) => uri);
  const hash = createHash('sha256').update(uris.join('\n')).digest('hex');
  return `window-${hash.slice(0, 16)}`;
}
