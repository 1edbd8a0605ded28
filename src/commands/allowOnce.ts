import * as vscode from 'vscode';
import { redact } from '../core/targets/redact';
import { UserError } from '../errors';
import { noticeLines } from '../project/gate/noticeText';
import type { Gate } from '../workspace/gate/gate';
import { typeName } from '../workspace/gate/askInWindow';
import type { Stop } from '../workspace/gate/stop';

/** Lets a command through that was refused before: this one, in this folder, on this database, once, in five minutes. */
export async function allowOnce(gate: Gate): Promise<void> {
  const stop = await chooseStop(gate.refusals.all);
  if (!(await typeName(stop.notice.name))) throw new vscode.CancellationError();
  gate.allowOnce(stop);
  void vscode.window.showInformationMessage(
    vscode.l10n.t('It may run once in the next five minutes. Run it again now.'),
  );
}

async function chooseStop(stops: readonly Stop[]): Promise<Stop> {
  if (stops.length === 0)
    throw new UserError(vscode.l10n.t('Nothing was stopped that could be allowed.'));
  const items = stops.map((stop) => ({
    label: redact(stop.command),
    description: stop.cwd,
    detail: noticeLines(stop.notice, stop.cwd)[0]?.replace(/^■ Safety Catch: /, ''),
    stop,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Which command may run once?'),
  });
  if (!chosen) throw new vscode.CancellationError();
  return chosen.stop;
}
