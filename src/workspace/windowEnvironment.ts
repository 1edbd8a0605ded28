import * as vscode from 'vscode';
import { Setting, type Origin } from '../core/environment/setting';
import { windowVariables } from './windowVariables';

const platforms = { linux: 'linux', darwin: 'osx', win32: 'windows' } as const;

type Variables = Readonly<Record<string, string | null | undefined>>;

/**
 * The variables that a new terminal starts with: those of the window, then `terminal.integrated.env`, then the terminal's
 * own options. The shell's start-up files come after that, which only the shell itself can tell.
 */
export function windowSettings(
  scope: vscode.Uri | undefined,
  terminalEnvironment: Variables = {},
): readonly Setting[] {
  const key = `terminal.integrated.env.${platforms[process.platform as keyof typeof platforms] ?? 'linux'}`;
  const configured =
    vscode.workspace.getConfiguration(undefined, scope).get<Record<string, string | null>>(key) ??
    {};
  const given = JSON.stringify([windowVariables().version, configured, terminalEnvironment]);
  const known = lists.get(given) ?? build(key, configured, terminalEnvironment);
  if (lists.size >= mostLists) lists.clear();
  lists.set(given, known);
  return known;
}

/** Terminals that start with the same variables share one list of them. */
const lists = new Map<string, readonly Setting[]>();
const mostLists = 100;

function build(key: string, configured: Variables, terminalEnvironment: Variables): Setting[] {
  const settings = new Map<string, Setting>();
  overlay(settings, windowVariables().values, (name) => ({ kind: 'window', name }));
  overlay(settings, configured, () => ({ kind: 'settings', name: key }));
  overlay(settings, terminalEnvironment, (name) => ({ kind: 'shell', name }));
  return [...settings.values()];
}

function overlay(
  settings: Map<string, Setting>,
  values: Variables,
  originOf: (name: string) => Origin,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === null) settings.delete(name);
    else if (value !== undefined) settings.set(name, new Setting(name, value, originOf(name)));
  }
}
