import { join } from 'node:path';
import * as vscode from 'vscode';
import { registerCommands } from './commands/registerCommands';
import { registerBarColour } from './editor/barColour';
import { registerFindingSurfaces } from './editor/findings/registerFindingSurfaces';
import { registerStatusBarItem } from './editor/statusBarItem';
import { registerWindowTitle } from './editor/windowTitle';
import type { Analysis } from './project/analysis/analysis';
import { threadAnalysis } from './project/analysis/threadAnalysis';
import type { Resolver } from './project/resolver/resolver';
import { threadResolver } from './project/resolver/threadResolver';
import { startScanWorker } from './project/scan/startScanWorker';
import { ServiceThread } from './project/thread/serviceThread';
import { startWorker } from './project/thread/startWorker';
import { registerLaunchGate } from './tasks/registerLaunchGate';
import { registerTaskGate } from './tasks/registerTaskGate';
import { registerTerminalColours } from './terminal/registerTerminalColours';
import { registerTerminalHooks } from './terminal/registerTerminalHooks';
import { runtimeFolderOfUser } from './terminal/runtimeFolder';
import { registerFlaggedLines } from './tree/registerFlaggedLines';
import { FindingStore } from './workspace/findings/findingStore';
import { WorkspaceFindings, type Scanner } from './workspace/findings/workspaceFindings';
import { Gate } from './workspace/gate/gate';
import { ConnectionStore } from './workspace/connectionStore';

export function activate(context: vscode.ExtensionContext): void {
  const media = context.asAbsolutePath('media');
  const log = vscode.window.createOutputChannel('Safety Catch', { log: true });
  const bundle = (name: string): string => context.asAbsolutePath(join('dist', name));
  const thread = new ServiceThread<Resolver>(() => startWorker(bundle('worker.js')), log);
  const resolver = threadResolver(thread);
  const store = new ConnectionStore(resolver, log);
  const gate = new Gate(store, resolver, log);
  const reading = new ServiceThread<Analysis>(() => startWorker(bundle('analysisWorker.js')), log);
  const analysis = threadAnalysis(reading);
  const open = new FindingStore({ store, resolver }, analysis, log);
  const scanner: Scanner = {
    analysis,
    start: (root, unsaved) => startScanWorker(context.asAbsolutePath('dist'), { root, unsaved }),
  };
  const workspace = new WorkspaceFindings({ store, resolver }, open, scanner, log);
  const runtime = runtimeFolderOfUser();
  context.subscriptions.push(
    log,
    thread,
    reading,
    store,
    open,
    workspace,
    registerFindingSurfaces(open, store, vscode.Uri.joinPath(context.extensionUri, 'media/marks')),
    registerFlaggedLines(workspace),
    registerStatusBarItem(store),
    registerBarColour(store, context.workspaceState, log),
    registerWindowTitle(store),
    registerTerminalHooks(
      { store, gate },
      context.environmentVariableCollection,
      {
        hooks: join(media, 'hooks'),
        runtime,
        standIns: join(context.globalStorageUri.fsPath, 'standIns'),
      },
      log,
    ),
    registerTerminalColours(store, runtime, log),
    registerTaskGate(gate, log),
    registerLaunchGate(gate),
    registerCommands({ store, gate, findings: { open, workspace } }, log),
  );
}
