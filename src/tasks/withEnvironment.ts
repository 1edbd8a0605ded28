import * as vscode from 'vscode';

/** The same task with variables added. */
export function withEnvironment(
  task: vscode.Task,
  execution: vscode.ProcessExecution | vscode.ShellExecution,
  variables: Readonly<Record<string, string>>,
): vscode.Task {
  const options = { ...execution.options, env: { ...execution.options?.env, ...variables } };
  const { definition, scope, name, source, problemMatchers } = task;
  const changed = new vscode.Task(
    definition,
    scope ?? vscode.TaskScope.Workspace,
    name,
    source,
    copyOf(execution, options),
    problemMatchers,
  );
  const { isBackground, presentationOptions, group, detail, runOptions } = task;
  return Object.assign(changed, { isBackground, presentationOptions, group, detail, runOptions });
}

function copyOf(
  execution: vscode.ProcessExecution | vscode.ShellExecution,
  options: vscode.ProcessExecutionOptions & vscode.ShellExecutionOptions,
): vscode.ProcessExecution | vscode.ShellExecution {
  if (execution instanceof vscode.ProcessExecution)
    return new vscode.ProcessExecution(execution.process, execution.args, options);
  const { commandLine, command, args } = execution;
  return commandLine === undefined
    ? new vscode.ShellExecution(command!, args ?? [], options)
    : new vscode.ShellExecution(commandLine, options);
}
