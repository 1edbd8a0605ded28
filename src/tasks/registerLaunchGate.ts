import * as vscode from 'vscode';
import { diskFiles } from '../project/diskFiles';
import { findNamed } from '../project/runs/findNamed';
import { withLaunchEnvironment } from '../project/runs/launchEnvironment';
import { launchRun } from '../project/runs/launches';
import type { Gatekeeper } from '../workspace/gatekeeper';

/** Has debug launches of all kinds decided, once their variables are known and before anything starts. */
export function registerLaunchGate(gatekeeper: Gatekeeper): vscode.Disposable {
  return vscode.debug.registerDebugConfigurationProvider('*', {
    resolveDebugConfigurationWithSubstitutedVariables: async (folder, configuration) => {
      const { name } = configuration;
      const found =
        folder && (await findNamed(diskFiles, folder.uri.fsPath, { kind: 'launch', name }));
      const run = launchRun(configuration, found?.run?.origin ?? { kind: 'launch', name });
      const answer = await gatekeeper.decideRun({ run, folder: folder?.uri });
      // Without an answer VS Code ends the launch, and shows neither an error nor launch.json.
      if (answer.kind === 'refuse') return undefined;
      return answer.environment
        ? withLaunchEnvironment(configuration, answer.environment)
        : configuration;
    },
  });
}
