import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Policy } from './core/decisions/decide';
import { parseLabels, type Label, type LabelProblem } from './core/stages/labels';
import { settingKeys } from './manifest';
import {
  parseDevelopmentVariables,
  type DevelopmentVariable,
} from './project/developmentVariables';

const section = 'safetyCatch';
const barChoices = ['auto', 'bar', 'item', 'off'] as const;
const terminalChoices = ['background', 'off'] as const;
const markChoices = ['all', 'care', 'off'] as const;
const wordChoices = ['near', 'always', 'off'] as const;
const problemChoices = ['error', 'warning', 'information', 'hint', 'off'] as const;

export type ProblemChoice = (typeof problemChoices)[number];

export interface Settings {
  /** All labels that hold for the scope, each with who wrote it. Core decides what a source may do. */
  readonly labels: readonly Label[];
  readonly labelProblems: readonly LabelProblem[];
  readonly developmentVariables: readonly DevelopmentVariable[];
  readonly colour: {
    readonly statusBar: (typeof barChoices)[number];
    readonly terminal: (typeof terminalChoices)[number];
  };
  readonly terminal: { readonly hook: boolean };
  readonly stop: { readonly policy: Policy | 'off' };
  readonly show: {
    readonly marks: (typeof markChoices)[number];
    readonly words: (typeof wordChoices)[number];
    readonly productionProblems: ProblemChoice;
    readonly careProblems: ProblemChoice;
    readonly lenses: boolean;
  };
}

/** A snapshot of the settings that hold for `scope`. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  const configuration = vscode.workspace.getConfiguration(section, scope);
  return Object.freeze({
    ...readLabels(configuration, scope),
    developmentVariables: readDevelopmentVariables(configuration, scope),
    colour: Object.freeze({
      statusBar: readChoice(configuration, settingKeys.colourStatusBar, barChoices),
      terminal: readChoice(configuration, settingKeys.colourTerminal, terminalChoices),
    }),
    terminal: Object.freeze({ hook: configuration.get(settingKeys.terminalHook) !== false }),
    stop: Object.freeze({ policy: readPolicy(configuration) }),
    show: Object.freeze(readShow(configuration)),
  });
}

/** Also fires for the labels of one folder only. */
export function onDidChangeSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener();
  });
}

function readLabels(
  configuration: vscode.WorkspaceConfiguration,
  scope: vscode.ConfigurationScope | undefined,
): Pick<Settings, 'labels' | 'labelProblems'> {
  const values = configuration.inspect<unknown>(settingKeys.labels);
  const name = `${section}.${settingKeys.labels}`;
  const folder =
    scope instanceof vscode.Uri ? vscode.workspace.getWorkspaceFolder(scope) : undefined;
  const folderFile = folder && join(folder.uri.fsPath, '.vscode', 'settings.json');
  const workspaceFile = vscode.workspace.workspaceFile?.fsPath ?? folderFile;
  const read = [
    parseLabels(entriesOf(values?.globalValue), 'user', { kind: 'settings', name }),
    parseLabels(entriesOf(values?.workspaceValue), 'workspace', {
      kind: 'settings',
      name,
      file: workspaceFile,
    }),
    parseLabels(entriesOf(values?.workspaceFolderValue), 'folder', {
      kind: 'settings',
      name,
      file: folderFile,
    }),
  ];
  return {
    labels: read.flatMap(({ labels }) => labels),
    labelProblems: read.flatMap(({ problems }) => problems),
  };
}

function readDevelopmentVariables(
  configuration: vscode.WorkspaceConfiguration,
  scope: vscode.ConfigurationScope | undefined,
): readonly DevelopmentVariable[] {
  const name = `${section}.${settingKeys.developmentVariables}`;
  const folder = scope instanceof vscode.Uri && vscode.workspace.getWorkspaceFolder(scope);
  const file = folder ? join(folder.uri.fsPath, '.vscode', 'settings.json') : undefined;
  const value = configuration.get<unknown>(settingKeys.developmentVariables);
  return parseDevelopmentVariables(value, { kind: 'settings', name, ...(file ? { file } : {}) });
}

function readShow(configuration: vscode.WorkspaceConfiguration): Settings['show'] {
  const { showProductionProblems, showCareProblems } = settingKeys;
  return {
    marks: readChoice(configuration, settingKeys.showMarks, markChoices),
    words: readChoice(configuration, settingKeys.showWords, wordChoices),
    productionProblems: readChoice(configuration, showProductionProblems, problemChoices),
    careProblems: readChoice(configuration, showCareProblems, problemChoices),
    lenses: configuration.get(settingKeys.showLenses) === true,
  };
}

/** A person's own word counts; a folder's or workspace's can only be stricter. */
function readPolicy(configuration: vscode.WorkspaceConfiguration): Policy | 'off' {
  const values = configuration.inspect<unknown>(settingKeys.stopPolicy);
  const shared = [values?.workspaceValue, values?.workspaceFolderValue];
  if (shared.includes('strict') || values?.globalValue === 'strict') return 'strict';
  return values?.globalValue === 'off' ? 'off' : 'standard';
}

/** Settings are typed by hand: anything may stand there. */
function entriesOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function readChoice<T extends string>(
  configuration: vscode.WorkspaceConfiguration,
  key: string,
  choices: readonly T[],
): T {
  const value = configuration.get<T>(key);
  return value !== undefined && choices.includes(value)
    ? value
    : configuration.inspect<T>(key)!.defaultValue!;
}
