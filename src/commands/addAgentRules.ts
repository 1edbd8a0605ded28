import * as vscode from 'vscode';
import { agentRules } from '../core/operations/agentRules';
import { tools } from '../core/operations/tools';

const section = 'chat.tools.terminal';
const key = 'autoApprove';

/** Keeps VS Code's agent from running what can destroy data without a person. Written only when that is asked for. */
export async function addAgentRules(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(section);
  const current = configuration.inspect<Readonly<Record<string, unknown>>>(key)?.globalValue ?? {};
  const rules = agentRules(tools);
  const added = Object.keys(rules).filter((rule) => !(rule in current));
  const add = vscode.l10n.t('Add Rules');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Add {0} rules to your user setting chat.tools.terminal.autoApprove?',
      added.length,
    ),
    {
      modal: true,
      detail: vscode.l10n.t(
        'With them, VS Code’s agent asks you before it runs a command that can destroy data, whatever else it may run by itself. Your own rules stay as they are.',
      ),
    },
    add,
  );
  if (chosen !== add) throw new vscode.CancellationError();
  const merged = { ...rules, ...current };
  await configuration.update(key, merged, vscode.ConfigurationTarget.Global);
}
