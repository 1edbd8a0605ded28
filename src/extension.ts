import { join } from 'node:path';
import * as vscode from 'vscode';
import { registerCommands } from './commands/registerCommands';
import { registerBarColour } from './editor/barColour';
import { registerStatusBarItem } from './editor/statusBarItem';
import { registerWindowTitle } from './editor/windowTitle';
import { diskFiles } from './project/diskFiles';
import { SystemListeners } from './project/listeners/systemListeners';
import { ModuleCache } from './project/evaluation/moduleCache';
import { SyntaxTrees } from './syntax/syntaxTrees';
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
  const trees = new SyntaxTrees((name) => join(media, 'grammars', name));
  const modules = new ModuleCache(trees);
  const reader = { files: diskFiles, trees, modules, listeners: new SystemListeners() };
  const store = new ConnectionStore(reader, log);
  const gate = new Gate(store, reader, log);
  const runtime = runtimeFolderOfUser();
  context.subscriptions.push(
    log,
    modules,
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
