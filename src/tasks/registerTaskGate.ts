import * as vscode from 'vscode';
import type { Log } from '../core/log';
import { diskFiles } from '../project/diskFiles';
import { findNamed } from '../project/runs/findNamed';
import { taskRun } from '../project/runs/startedTasks';
import { readSettings } from '../settings';
import { asksAlone } from '../shells/asksAlone';
import type { Gatekeeper, RunAnswer } from '../workspace/gatekeeper';
import { HeldStart } from './heldStart';
import { readProcessWords } from './readProcessWords';
import { withEnvironment } from './withEnvironment';

/**
 * Has tasks decided that no shell asks about: those without a shell, and those of shells that our files do not reach. VS Code
 * tells of them only once they run: from then on they are held.
 */
export function registerTaskGate(gatekeeper: Gatekeeper, log: Log): vscode.Disposable {
  const gate = new TaskGate(gatekeeper);
  return vscode.tasks.onDidStartTaskProcess(({ execution, processId }) => {
    gate
      .decide(execution, processId)
      .catch((error: unknown) => log.error(`A task could not be started anew: ${String(error)}`));
  });
}

type Execution = vscode.ProcessExecution | vscode.ShellExecution;

class TaskGate {
  /** The names of tasks that are started anew because somebody has decided about them. */
  readonly #decided = new Set<string>();

  constructor(private readonly gatekeeper: Gatekeeper) {}

  async decide(running: vscode.TaskExecution, processId: number): Promise<void> {
    const { task } = running;
    const execution = executionOf(task);
    if (!execution || this.#decided.delete(task.name)) return;
    if (execution instanceof vscode.ShellExecution && (await isAskedAbout(processId))) return;
    const start = new HeldStart(running, processId);
    void start.ended.then(() => this.gatekeeper.forget(processId));
    const answer = await this.#ask(task, execution, start);
    if (answer.kind === 'refuse') await start.end();
    else if (answer.environment || start.isEnded)
      await this.#startAnew(task, execution, { start, ...answer });
    else start.release();
  }

  async #ask(task: vscode.Task, execution: Execution, start: HeldStart): Promise<RunAnswer> {
    const folder = folderOf(task);
    const { name } = task;
    const found = folder && (await findNamed(diskFiles, folder.fsPath, { kind: 'task', name }));
    const run = taskRun(execution, found?.run?.origin ?? { kind: 'task', name });
    return this.gatekeeper.decideRun({ run, folder, started: start });
  }

  async #startAnew(
    task: vscode.Task,
    execution: Execution,
    {
      start,
      environment = {},
    }: { start: HeldStart; environment?: Readonly<Record<string, string>> },
  ): Promise<void> {
    await start.end();
    this.#decided.add(task.name);
    await vscode.tasks.executeTask(withEnvironment(task, execution, environment));
  }
}

function executionOf({ execution }: vscode.Task): Execution | undefined {
  return execution instanceof vscode.ProcessExecution || execution instanceof vscode.ShellExecution
    ? execution
    : undefined;
}

async function isAskedAbout(processId: number): Promise<boolean> {
  const hasHooks = vscode.workspace.isTrusted && readSettings().terminal.hook;
  return hasHooks && process.platform !== 'win32' && asksAlone(await readProcessWords(processId));
}

function folderOf({ scope }: vscode.Task): vscode.Uri | undefined {
  return typeof scope === 'object' ? scope.uri : vscode.workspace.workspaceFolders?.[0]?.uri;
}
