import { join } from 'node:path';
import type { Origin } from '../../core/environment/setting';
import type { Files } from '../files';
import { readJsonc, type JsoncValue } from './jsonc';
import {
  thisPlatform,
  type NamedCommand,
  type NamedRun,
  type NamedRuns,
  type NamedStart,
  type NamedVariable,
  type Platform,
  type QuotedText,
} from './namedRun';

/** The tasks of `.vscode/tasks.json`, each with those that it depends on. */
export async function readTasks(
  files: Files,
  root: string,
  platform: Platform = thisPlatform,
): Promise<NamedRuns> {
  const file = join(root, '.vscode', 'tasks.json');
  const { value, problems } = await readJsonc(files, file);
  const tasks = (value?.get('tasks')?.items() ?? []).map((task) =>
    readTask(task, [value, value?.get(platform), task, task.get(platform)], file),
  );
  const runs = tasks.flatMap(({ name, origin }) => ({
    name,
    origin,
    starts: startsOf(name, tasks, new Set()),
  }));
  return { runs, problems };
}

/** A task that VS Code finds by itself: `npm: build`. */
export function scriptTask(label: string): NamedStart | undefined {
  const [, script] = /^npm: (\S+)$/.exec(label) ?? [];
  return script === undefined
    ? undefined
    : {
        origin: { kind: 'task', name: label },
        command: { kind: 'process', words: ['npm', 'run', script] },
        variables: [],
        isInTerminal: true,
      };
}

interface Task {
  readonly name: string;
  readonly origin: Origin;
  /** `undefined` where it only stands for those that it depends on. */
  readonly start: NamedStart | undefined;
  readonly needs: readonly string[];
}

/** Every task once: one that depends on itself ends there. */
function startsOf(name: string, tasks: readonly Task[], seen: Set<string>): readonly NamedStart[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const task = tasks.find((candidate) => candidate.name === name);
  if (!task) return [scriptTask(name) ?? []].flat();
  const before = task.needs.flatMap((need) => startsOf(need, tasks, seen));
  return [...before, ...(task.start ? [task.start] : [])];
}

/** @param sections the weakest first: the file, its section for this system, the task, likewise */
function readTask(
  task: JsoncValue,
  sections: readonly (JsoncValue | undefined)[],
  file: string,
): Task {
  const strongest = sections.flatMap((section) => section ?? []).reverse();
  const find = (name: string): JsoncValue | undefined =>
    strongest.flatMap((section) => section.get(name) ?? [])[0];
  const type = task.text('type') ?? 'shell';
  const name = task.text('label') ?? task.text('taskName') ?? nameOf(task, type);
  const origin: Origin = { kind: 'task', name, file, line: task.line };
  const options = strongest.flatMap((section) => section.get('options') ?? []);
  const command = commandOf(task, type, find, options);
  const cwd = type === 'npm' ? task.text('path') : undefined;
  const folder = cwd ?? options.flatMap((option) => option.text('cwd') ?? [])[0];
  return {
    name,
    origin,
    needs: needsOf(task),
    start: command && {
      origin,
      command,
      ...(folder === undefined ? {} : { cwd: folder }),
      variables: [...options].reverse().flatMap((option) => variablesOf(option, 'task', file)),
      isInTerminal: true,
    },
  };
}

function nameOf(task: JsoncValue, type: string): string {
  const path = task.text('path')?.replace(/\/$/, '');
  const what = task.text('script') ?? task.text('task') ?? task.text('command') ?? '';
  return type === 'shell' || type === 'process'
    ? what
    : `${type}: ${what}${path ? ` - ${path}` : ''}`;
}

/** The other end is a label, or a task without one. */
function needsOf(task: JsoncValue): string[] {
  const needs = task.get('dependsOn')?.items() ?? [];
  return needs.map((need) => {
    const plain = need.plain();
    return typeof plain === 'string' ? plain : nameOf(need, need.text('type') ?? 'shell');
  });
}

/** `env` of a section: `null` removes a variable. */
export function variablesOf(
  section: JsoncValue,
  kind: 'task' | 'launch' | 'settings',
  file: string | undefined,
  key = 'env',
): readonly NamedVariable[] {
  return (section.get(key)?.members() ?? []).flatMap(({ name, value }): NamedVariable[] => {
    const plain = value.plain();
    const place = file === undefined ? {} : { file, line: value.line };
    const origin: Origin = { kind, name, ...place };
    if (plain === null) return [{ name, value: null, origin }];
    return /^(string|number|boolean)$/.test(typeof plain)
      ? [{ name, value: String(plain), origin }]
      : [];
  });
}

const plainTypes = new Set(['shell', 'process']);

function commandOf(
  task: JsoncValue,
  type: string,
  find: (name: string) => JsoncValue | undefined,
  options: readonly JsoncValue[],
): NamedCommand | undefined {
  if (type === 'npm') return { kind: 'process', words: ['npm', 'run', task.text('script') ?? ''] };
  if (type === 'gulp' || type === 'grunt')
    return { kind: 'process', words: [type, task.text('task') ?? ''] };
  if (type === 'typescript') return undefined;
  if (!plainTypes.has(type))
    return {
      kind: 'unknown',
      reason: `What a task of the kind ${type} starts is only known to its extension.`,
    };
  const command = find('command');
  if (!command) return undefined;
  const args = find('args')?.items() ?? [];
  const parts = [quotedText(command), ...args.map(quotedText)];
  if (type === 'process') return { kind: 'process', words: parts.map(({ text }) => text) };
  const shell = options.flatMap((option) => option.get('shell') ?? [])[0];
  return { kind: 'line', parts, ...(shell ? { shell: shellOf(shell) } : {}) };
}

function shellOf(shell: JsoncValue): string[] {
  const args = (shell.get('args')?.items() ?? []).map((item) => String(item.plain()));
  return [shell.text('executable') ?? 'sh', ...args];
}

/** Text, or `{"value", "quoting"}`; a list of texts is one text. */
function quotedText(value: JsoncValue): QuotedText {
  const plain = (value.get('value') ?? value).plain();
  const text = [plain].flat().map(String).join(' ');
  const quoting = value.text('quoting');
  return quoting === 'escape' || quoting === 'strong' || quoting === 'weak'
    ? { text, quoting }
    : { text };
}

/** A run by its name; a task that VS Code finds by itself has none of its own in the file. */
export function findTask({ runs }: NamedRuns, label: string): NamedRun | undefined {
  const start = scriptTask(label);
  return (
    runs.find(({ name }) => name === label) ??
    (start && { name: label, origin: start.origin, starts: [start] })
  );
}
