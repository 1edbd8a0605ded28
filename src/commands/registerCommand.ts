import * as vscode from 'vscode';
import type { Log } from '../core/log';
import { redact } from '../core/targets/redact';
import { UserError } from '../errors';
import { commandIds, type CommandArguments, type CommandName } from '../manifest';

/** Every command ends here: what goes wrong in it is told once, and never as a stack. */
export function registerCommand<N extends CommandName>(
  log: Log,
  name: N,
  run: (...given: CommandArguments[N]) => void | Promise<void>,
): vscode.Disposable {
  return vscode.commands.registerCommand(
    commandIds[name],
    async (...given: CommandArguments[N]) => {
      try {
        await run(...given);
      } catch (error) {
        await showFailure(log, name, error);
      }
    },
  );
}

async function showFailure(log: Log, name: CommandName, error: unknown): Promise<void> {
  if (error instanceof vscode.CancellationError) return;
  if (error instanceof UserError) {
    void vscode.window.showInformationMessage(error.message);
    return;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log.error(`${name}: ${redact(detail)}`);
  const showLog = vscode.l10n.t('Show Log');
  const chosen = await vscode.window.showErrorMessage(
    vscode.l10n.t('Something went wrong. The log has the details.'),
    showLog,
  );
  if (chosen === showLog) await vscode.commands.executeCommand(commandIds.showLog);
}
