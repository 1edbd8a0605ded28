import type { Origin } from '../../core/environment/setting';
import type { NamedCommand, NamedRun, NamedVariable, QuotedText } from './namedRun';

/** Of `vscode.ProcessExecution` what counts. */
export interface ProcessTask {
  readonly process: string;
  readonly args: readonly string[];
  readonly options?: TaskOptions | undefined;
}

/** Of `vscode.ShellExecution` what counts: a whole line, or a command with its arguments. */
export interface ShellTask {
  readonly commandLine?: string | undefined;
  readonly command?: ShellText | undefined;
  readonly args?: readonly ShellText[] | undefined;
  readonly options?:
    | (TaskOptions & { readonly executable?: string; readonly shellArgs?: readonly string[] })
    | undefined;
}

interface TaskOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

type ShellText = string | { readonly value: string; readonly quoting: number };

/** A task as VS Code starts it, by itself: those that it depends on are started by themselves. */
export function taskRun(task: ProcessTask | ShellTask, origin: Origin): NamedRun {
  const { cwd, env = {} } = task.options ?? {};
  const start = {
    origin,
    command: 'process' in task ? processOf(task) : lineOf(task),
    ...(cwd === undefined ? {} : { cwd }),
    variables: Object.entries(env).map(([name, value]): NamedVariable => {
      return { name, value, origin: { ...origin, name } };
    }),
    isInTerminal: true,
  };
  return { name: origin.name, origin, starts: [start] };
}

function processOf({ process, args }: ProcessTask): NamedCommand {
  return { kind: 'process', words: [process, ...args] };
}

function lineOf({ commandLine, command, args = [], options }: ShellTask): NamedCommand {
  const texts = commandLine === undefined ? [command ?? '', ...args] : [commandLine];
  const { executable, shellArgs = [] } = options ?? {};
  return {
    kind: 'line',
    parts: texts.map(quotedText),
    ...(executable === undefined ? {} : { shell: [executable, ...shellArgs] }),
  };
}

/** `vscode.ShellQuoting`. */
const quotings = { 1: 'escape', 2: 'strong', 3: 'weak' } as const;

function quotedText(text: ShellText): QuotedText {
  if (typeof text === 'string') return { text };
  const quoting = quotings[text.quoting as keyof typeof quotings];
  return { text: text.value, ...(quoting ? { quoting } : {}) };
}
