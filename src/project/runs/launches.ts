import { join } from 'node:path';
import type { Origin } from '../../core/environment/setting';
import type { Files } from '../files';
import { jsoncValue, readJsonc, type JsoncValue } from './jsonc';
import {
  thisPlatform,
  type NamedCommand,
  type NamedRun,
  type NamedRuns,
  type NamedStart,
  type Platform,
} from './namedRun';
import { findTask, readTasks, variablesOf } from './tasks';

/** The configurations and compounds of `.vscode/launch.json`, each with the tasks around it. */
export async function readLaunches(
  files: Files,
  root: string,
  platform: Platform = thisPlatform,
): Promise<NamedRuns> {
  const file = join(root, '.vscode', 'launch.json');
  const { value, problems } = await readJsonc(files, file);
  if (!value) return { runs: [], problems };
  const tasks = await readTasks(files, root, platform);
  const envFile = await defaultEnvFile(files, root);
  const configurations = (value.get('configurations')?.items() ?? []).map((configuration) => {
    const own = configuration.get(platform);
    const origin = originOf(configuration, file);
    const start = new Launch([...(own ? [own] : []), configuration], origin).start(envFile);
    return {
      name: origin.name,
      origin,
      starts: [
        ...taskOf(configuration, 'preLaunchTask', tasks),
        ...(start ? [start] : []),
        ...taskOf(configuration, 'postDebugTask', tasks),
      ],
    };
  });
  const compounds = (value.get('compounds')?.items() ?? []).map((compound) =>
    readCompound(compound, configurations, tasks, file),
  );
  return { runs: [...configurations, ...compounds], problems: [...problems, ...tasks.problems] };
}

/** The Python debugger reads this file even where the program itself never would. */
async function defaultEnvFile(files: Files, root: string): Promise<string> {
  const settings = await readJsonc(files, join(root, '.vscode', 'settings.json'));
  return settings.value?.text('python.envFile') ?? '${workspaceFolder}/.env';
}

function readCompound(
  compound: JsoncValue,
  configurations: readonly NamedRun[],
  tasks: NamedRuns,
  file: string,
): NamedRun {
  const names = (compound.get('configurations')?.items() ?? []).map(
    (item) => item.text('name') ?? item.plain(),
  );
  const members = names.flatMap(
    (member) => configurations.find((run) => run.name === member) ?? [],
  );
  const origin = originOf(compound, file);
  return {
    name: origin.name,
    origin,
    starts: [
      ...taskOf(compound, 'preLaunchTask', tasks),
      ...members.flatMap(({ starts }) => starts),
    ],
  };
}

function originOf(section: JsoncValue, file: string): Origin {
  return { kind: 'launch', name: section.text('name') ?? '', file, line: section.line };
}

function taskOf(section: JsoncValue, key: string, tasks: NamedRuns): readonly NamedStart[] {
  const label = section.text(key) ?? section.get(key)?.text('task');
  return label === undefined ? [] : (findTask(tasks, label)?.starts ?? []);
}

/** What a debugger is about to start, with all references filled in. The tasks around it are started by themselves. */
export function launchRun(configuration: unknown, origin: Origin): NamedRun {
  const start = new Launch([jsoncValue(configuration)], origin).start(undefined);
  return { name: origin.name, origin, starts: start ? [start] : [] };
}

/** One configuration. */
class Launch {
  /** @param sections the strongest first: that for this system comes on top */
  constructor(
    private readonly sections: readonly JsoncValue[],
    private readonly origin: Origin,
  ) {}

  #text(name: string): string | undefined {
    return this.sections.flatMap((section) => section.text(name) ?? [])[0];
  }

  /** A list of words, or one text of them. */
  #words(name: string): string[] {
    const value = this.sections.flatMap((section) => section.get(name) ?? [])[0];
    const plain = value?.plain();
    if (typeof plain === 'string') return plain.split(/\s+/).filter(Boolean);
    return Array.isArray(plain) ? plain.map(String) : [];
  }

  /** Nothing is started where the debugger goes to a program that runs already. */
  start(pythonEnvFile: string | undefined): NamedStart | undefined {
    const type = this.#text('type') ?? '';
    const command = this.#text('request') === 'attach' ? undefined : this.#command(type);
    if (!command) return undefined;
    const isPython = /^(python|debugpy)$/.test(type);
    const path = this.#text('envFile') ?? (isPython ? pythonEnvFile : undefined);
    const cwd = this.#text('cwd');
    const console = this.#text('console') ?? (isPython ? 'integratedTerminal' : 'internalConsole');
    return {
      origin: this.origin,
      command,
      ...(cwd === undefined ? {} : { cwd }),
      variables: [...this.sections]
        .reverse()
        .flatMap((section) => variablesOf(section, 'launch', this.origin.file)),
      ...(path ? { envFile: { path, dialect: isPython ? 'vscode-python' : 'dotenv' } } : {}),
      isInTerminal: console === 'integratedTerminal' || type === 'node-terminal',
    };
  }

  #command(type: string): NamedCommand | undefined {
    const line = this.#text('command');
    if (type === 'node-terminal') return { kind: 'line', parts: [{ text: line ?? '' }] };
    const words = this.#startWords(type);
    return words.length > 0 ? { kind: 'process', words } : undefined;
  }

  #startWords(type: string): string[] {
    const program = [this.#text('program') ?? this.#text('script') ?? []].flat();
    const args = this.#words('args');
    const runtime = this.#text('runtimeExecutable');
    switch (type) {
      case 'node':
      case 'pwa-node':
        return [runtime ?? 'node', ...this.#words('runtimeArgs'), ...program, ...args];
      case 'python':
      case 'debugpy': {
        const python = this.#text('python') ?? this.#text('pythonPath') ?? 'python';
        const module = this.#text('module');
        const code = module === undefined ? program : ['-m', module];
        return code.length > 0 ? [python, ...code, ...args] : [];
      }
      case 'go':
      case 'php':
      case 'ruby':
        return program.length > 0
          ? [...(type === 'go' ? ['go', 'run'] : [type]), ...program, ...args]
          : [];
      case 'java':
        return ['java', ...this.#words('vmArgs'), this.#text('mainClass') ?? '', ...args];
      default:
        return program.length > 0 ? [...program, ...args] : [];
    }
  }
}

export function findLaunch({ runs }: NamedRuns, name: string): NamedRun | undefined {
  return runs.find((run) => run.name === name);
}
