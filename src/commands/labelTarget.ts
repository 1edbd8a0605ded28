import * as vscode from 'vscode';
import { isRaising, labelPatternsOf, withLabels } from '../core/stages/labelPattern';
import type { Stage } from '../core/stages/stage';
import { stageWord } from '../core/stages/stageWord';
import { fullTargetName } from '../core/targets/targetWords';
import { UserError } from '../errors';
import { settingKeys } from '../manifest';
import type { AssessedTarget } from '../project/resolution';
import type { ConnectionStore } from '../workspace/connectionStore';

type Choice<T> = vscode.QuickPickItem & { readonly value: T };
type Change = { readonly stage: Stage | undefined };

/** Asks what a database is, and keeps the answer in settings. */
export async function labelTarget({ active }: ConnectionStore): Promise<void> {
  const assessed = await chooseTarget(active.resolution.targets);
  const patterns = labelPatternsOf(assessed.target);
  const { stage } = await chooseStage(assessed, patterns);
  const target =
    stage !== undefined && isRaising(stage, assessed.stage) && canShare()
      ? await chooseReach()
      : vscode.ConfigurationTarget.Global;
  const entries = withLabels(labelsIn(target), patterns, stage);
  await configuration().update(settingKeys.labels, entries, target);
}

async function chooseTarget(targets: readonly AssessedTarget[]): Promise<AssessedTarget> {
  const known = targets.filter(({ target }) => labelPatternsOf(target).length > 0);
  const [first, ...others] = known;
  if (!first && targets.length > 0)
    throw new UserError(
      vscode.l10n.t('Where this database is cannot be told, so a label would have no name.'),
    );
  if (!first) throw new UserError(vscode.l10n.t('There is no database here to label.'));
  if (others.length === 0) return first;
  return choose(
    known.map((value) => ({
      label: fullTargetName(value.target),
      description: stageWord(value.stage),
      value,
    })),
    vscode.l10n.t('Which database do you know?'),
  );
}

function chooseStage(
  { target, stage: current }: AssessedTarget,
  patterns: readonly string[],
): Promise<Change> {
  const own = labelsIn(vscode.ConfigurationTarget.Global);
  const choices: Choice<Change>[] = stageChoices().map(([stage, detail]) => ({
    label: stageWord(stage),
    description: stage === current ? vscode.l10n.t('as it is now') : '',
    detail,
    value: { stage },
  }));
  if (patterns.some((pattern) => pattern in own))
    choices.push({ label: vscode.l10n.t('Remove my label'), value: { stage: undefined } });
  return choose(choices, vscode.l10n.t('What is {0}?', fullTargetName(target)));
}

function stageChoices(): (readonly [Stage, string])[] {
  return [
    ['production', vscode.l10n.t('Real people’s data. Shown in red.')],
    ['staging', vscode.l10n.t('Shared, and somebody would miss it. Shown in amber.')],
    ['development', vscode.l10n.t('Yours to break. Not coloured.')],
  ];
}

/** An untrusted folder's settings are not to be written, and without a folder there is nobody to share with. */
function canShare(): boolean {
  return vscode.workspace.isTrusted && vscode.workspace.workspaceFolders !== undefined;
}

function chooseReach(): Promise<vscode.ConfigurationTarget> {
  return choose(
    [
      {
        label: vscode.l10n.t('Only for me'),
        detail: vscode.l10n.t('Kept in your user settings.'),
        value: vscode.ConfigurationTarget.Global,
      },
      {
        label: vscode.l10n.t('Share with this workspace'),
        detail: vscode.l10n.t('Written to the workspace’s settings, which your team may see.'),
        value: vscode.ConfigurationTarget.Workspace,
      },
    ],
    vscode.l10n.t('Who should know?'),
  );
}

async function choose<T>(choices: readonly Choice<T>[], placeHolder: string): Promise<T> {
  const chosen = await vscode.window.showQuickPick(choices, { placeHolder });
  if (!chosen) throw new vscode.CancellationError();
  return chosen.value;
}

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('safetyCatch');
}

function labelsIn(target: vscode.ConfigurationTarget): Readonly<Record<string, unknown>> {
  const values = configuration().inspect<Record<string, unknown>>(settingKeys.labels);
  return (
    (target === vscode.ConfigurationTarget.Global ? values?.globalValue : values?.workspaceValue) ??
    {}
  );
}
