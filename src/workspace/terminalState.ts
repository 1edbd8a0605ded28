import type * as vscode from 'vscode';
import { Setting } from '../core/environment/setting';
import { isWatched } from '../core/environment/watchedVariables';
import type { TerminalReport } from '../shells/terminalReport';
import { windowSettings } from './windowEnvironment';

interface Merged {
  readonly started: readonly Setting[];
  readonly report: TerminalReport;
  readonly settings: readonly Setting[];
}

/** What is known of one terminal: what its shell reported last, else what it was started with. */
export class TerminalState {
  #report: TerminalReport | undefined;
  #changedAt = Date.now();
  #last: Merged | undefined;

  constructor(readonly terminal: vscode.Terminal) {}

  get isSeen(): boolean {
    return this.#report !== undefined;
  }

  /** When the shell's variables were last seen to change; milliseconds since the epoch. */
  get changedAt(): number {
    return this.#changedAt;
  }

  accept(report: TerminalReport): void {
    if (!sameVariables(this.#report?.variables, report.variables)) this.#changedAt = Date.now();
    this.#report = report;
  }

  /** The working folder, absolute; `undefined` where nothing tells. */
  get cwd(): string | undefined {
    const { shellIntegration, creationOptions } = this.terminal;
    const started = 'cwd' in creationOptions ? creationOptions.cwd : undefined;
    return (
      this.#report?.cwd ??
      shellIntegration?.cwd?.fsPath ??
      (typeof started === 'string' ? started : started?.fsPath)
    );
  }

  /** The same list as before while nothing has changed. */
  settings(scope: vscode.Uri | undefined): readonly Setting[] {
    const { creationOptions } = this.terminal;
    const started = windowSettings(
      scope,
      'env' in creationOptions ? creationOptions.env : undefined,
    );
    const report = this.#report;
    if (!report) return started;
    const last = this.#last;
    if (last?.started === started && last.report === report) return last.settings;
    const settings = mergeReport(started, report);
    this.#last = { started, report, settings };
    return settings;
  }
}

function mergeReport(started: readonly Setting[], { variables }: TerminalReport): Setting[] {
  return [
    ...started.filter(({ name }) => !isWatched(name)),
    ...[...variables].map(([name, value]) => new Setting(name, value, { kind: 'shell', name })),
  ];
}

function sameVariables(
  before: ReadonlyMap<string, string> | undefined,
  after: ReadonlyMap<string, string>,
): boolean {
  return (
    before?.size === after.size && [...after].every(([name, value]) => before.get(name) === value)
  );
}
