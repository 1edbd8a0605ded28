import * as vscode from 'vscode';
import type { Outcome } from '../../project/gate/converse';
import { noticeLines } from '../../project/gate/noticeText';
import type { Stop } from './stop';

/** Who wants to run the command, as a sentence begins: `The task “reset”`. */
export interface Asker {
  readonly name: string;
  /** Whether the safe form can be run in its place. */
  readonly canFix: boolean;
}

/** Tells in a modal dialog what a command would do, and asks. Only the name itself lets it run. */
export async function askInWindow({ notice, cwd }: Stop, asker: Asker): Promise<Outcome> {
  const [title = '', ...lines] = noticeLines(notice, cwd);
  const fix =
    notice.fix && asker.canFix
      ? vscode.l10n.t('Run with {0}', notice.fix.assignments.join(' '))
      : undefined;
  const run = notice.decision === 'confirm' ? vscode.l10n.t('Run It All The Same…') : undefined;
  const chosen = await vscode.window.showWarningMessage(
    `${title.replace(/^■ /, '')}`,
    { modal: true, detail: [asker.name, ...lines.map((line) => line.trim())].join('\n') },
    ...[fix, run].filter((choice) => choice !== undefined),
  );
  if (chosen === undefined) return 'refuse';
  if (chosen === fix) return 'fix';
  return (await typeName(notice.name)) ? 'run' : 'refuse';
}

/** True once the name is typed exactly. */
export async function typeName(name: string): Promise<boolean> {
  const typed = await vscode.window.showInputBox({
    title: 'Safety Catch',
    prompt: vscode.l10n.t('Type {0} to run it.', name),
    ignoreFocusOut: true,
    validateInput: (text) =>
      text === name ? undefined : vscode.l10n.t('This is not {0} yet.', name),
  });
  return typed === name;
}
