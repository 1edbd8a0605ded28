import { join } from 'node:path';
import * as vscode from 'vscode';
import { registerCommands } from './commands/registerCommands';
import { registerBarColour } from './editor/barColour';
import { registerStatusBarItem } from './editor/statusBarItem';
import { registerWindowTitle } from './editor/windowTitle';
import type { Resolver } from './project/resolver/resolver';
import { threadResolver } from './project/resolver/threadResolver';
import { ServiceThread } from './project/thread/serviceThread';
import { startWorker } from './project/thread/startWorker';
import { registerLaunchGate } from './tasks/registerLaunchGate';
import { registerTaskGate } from './tasks/registerTaskGate';
import { registerTerminalColours } from './terminal/registerTerminalColours';
import { registerTerminalHooks } from './terminal/registerTerminalHooks';
import { runtimeFolderOfUser } from './terminal/runtimeFolder';
import { Gate } from './workspace/gate/gate';
import { ConnectionStore } from './workspace/connectionStore';

export function activate(context: vscode.ExtensionContext): void {
  const media = context.asAbsolutePath('media');
  const log = vscode.window.createOutputChannel('Safety Catch', { log: true });
  const thread = new ServiceThread<Resolver>(
    () => startWorker(context.asAbsolutePath('dist/worker.js')),
    log,
  );
  const resolver = threadResolver(thread);
  const store = new ConnectionStore(resolver, log);
  const gate = new Gate(store, resolver, log);
  const runtime = runtimeFolderOfUser();
  context.subscriptions.push(
    log,
    thread,
    store,
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
    registerCommands(store, gate, log),
  );
}
