import * as vscode from 'vscode';
import { stageWord } from '../core/stages/stageWord';
import { DisposableStore } from '../disposableStore';
import { colourIds, contextKeys, viewIds } from '../manifest';
import type { WorkspaceFindings } from '../workspace/findings/workspaceFindings';
import {
  flaggedElements,
  idOf,
  type FindingElement,
  type FlaggedElement,
  type FlaggedGroup,
  type GroupElement,
} from './flaggedElements';

interface GroupLook {
  readonly icon: string;
  readonly colour: keyof typeof colourIds;
}

const looks: Readonly<Record<FlaggedGroup, GroupLook>> = {
  production: { icon: 'flame', colour: 'productionForeground' },
  unknown: { icon: 'warning', colour: 'careForeground' },
  staging: { icon: 'warning', colour: 'careForeground' },
  development: { icon: 'database', colour: 'faintForeground' },
  test: { icon: 'beaker', colour: 'faintForeground' },
  reviewed: { icon: 'pass', colour: 'faintForeground' },
};

/** Lists every flagged line of the workspace, what needs most care first. */
export function registerFlaggedLines(findings: WorkspaceFindings): vscode.Disposable {
  return new FlaggedLines(findings);
}

class FlaggedLines implements vscode.TreeDataProvider<FlaggedElement>, vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #didChangeEmitter = this.#disposables.add(new vscode.EventEmitter<void>());
  readonly #view: vscode.TreeView<FlaggedElement>;
  #groups: readonly GroupElement[] = [];

  readonly onDidChangeTreeData = this.#didChangeEmitter.event;

  constructor(private readonly findings: WorkspaceFindings) {
    this.#view = this.#disposables.add(
      vscode.window.createTreeView(viewIds.flaggedLines, {
        treeDataProvider: this,
        showCollapseAll: true,
      }),
    );
    this.#disposables.add(findings.onDidChange(() => this.#show()));
  }

  getChildren(element?: FlaggedElement): FlaggedElement[] {
    switch (element?.kind) {
      case undefined:
        return [...this.#groups];
      case 'group':
        return [...element.files];
      case 'file':
        return [...element.findings];
      case 'finding':
        return [];
    }
  }

  getTreeItem(element: FlaggedElement): vscode.TreeItem {
    const item = itemOf(element);
    item.id = idOf(element);
    item.contextValue = element.kind;
    return item;
  }

  #show(): void {
    const { progress, seen, files } = this.findings;
    this.#groups = seen === undefined && !progress ? [] : flaggedElements(files);
    this.#view.message = messageOf(this.findings, this.#groups);
    this.#view.badge = badgeOf(this.#groups);
    void vscode.commands.executeCommand('setContext', contextKeys.isFinding, !!progress);
    this.#didChangeEmitter.fire();
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

function messageOf(
  { progress, seen }: WorkspaceFindings,
  groups: readonly GroupElement[],
): string | undefined {
  if (progress) return vscode.l10n.t('{0} of {1} files…', progress.done, progress.total);
  if (seen === undefined || groups.length > 0) return undefined;
  return vscode.l10n.t('None of {0} files has a line that destroys data.', seen);
}

function badgeOf(groups: readonly GroupElement[]): vscode.ViewBadge | undefined {
  const lines = groups.find(({ group }) => group === 'production')?.lines;
  if (lines === undefined) return undefined;
  return { value: lines, tooltip: vscode.l10n.t('{0} lines would hit production', lines) };
}

function itemOf(element: FlaggedElement): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  switch (element.kind) {
    case 'group': {
      const item = new vscode.TreeItem(groupTitle(element.group), Expanded);
      item.description = String(element.lines);
      item.iconPath = iconOf(element.group);
      return item;
    }
    case 'file': {
      const isOpen = element.group === 'production';
      const item = new vscode.TreeItem(
        vscode.Uri.file(element.file),
        isOpen ? Expanded : Collapsed,
      );
      item.description = true;
      item.iconPath = vscode.ThemeIcon.File;
      return item;
    }
    case 'finding':
      return findingItem(element);
  }
}

function findingItem(element: FindingElement): vscode.TreeItem {
  const { file, line, column, label, description, isQuiet, group } = element;
  const item = new vscode.TreeItem(label);
  item.description = description;
  item.tooltip = `${label}\n${description}`;
  item.iconPath = isQuiet && group !== 'reviewed' ? quietIcon() : iconOf(group);
  const start = new vscode.Position(line - 1, column - 1);
  const selection = new vscode.Range(start, start);
  item.command = {
    title: vscode.l10n.t('Open'),
    command: 'vscode.open',
    arguments: [vscode.Uri.file(file), { selection }],
  };
  return item;
}

function groupTitle(group: FlaggedGroup): string {
  return group === 'reviewed' ? vscode.l10n.t('reviewed') : stageWord(group);
}

function iconOf(group: FlaggedGroup): vscode.ThemeIcon {
  const { icon, colour } = looks[group];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(colourIds[colour]));
}

function quietIcon(): vscode.ThemeIcon {
  return new vscode.ThemeIcon('circle-outline', new vscode.ThemeColor(colourIds.faintForeground));
}
