import { resolve } from 'node:path';
import { Setting } from '../../core/environment/setting';
import type { ShellRun } from '../../core/environment/shellRun';
import type { Changes, Unwrapped } from '../../shells/wrapper';
import { unwrap } from '../../shells/wrappers';
import { parseLine } from './parseLine';
import { chosenPlace } from './chosenPlace';
import type { CommandRequest, Line } from './commandRequest';
import { readInput, type Input } from './readInput';
import type { Run } from './run';
import { findScript, scriptOrigin } from './scripts';

const deepestNesting = 8;
const mostWrappers = 500;
const mostRuns = 200;
const mostLines = 200;

/** The programs that a command starts in the end. Reads scripts and env files that the line names, and runs nothing. */
export async function readRuns(request: CommandRequest): Promise<readonly Run[]> {
  const { command: text, cwd, settings } = request;
  const origin = request.origin ?? { kind: 'command', name: text.trim().split(/\s/)[0] ?? '' };
  const reader = new RunReader(request);
  await reader.readLine({ text, cwd, origin, settings, around: { envFiles: [] } }, 0);
  return reader.runs;
}

/** Runs of one program's start, before and after a wrapper is taken off. */
export async function unwrapRun(request: CommandRequest, run: Run): Promise<readonly Run[]> {
  const reader = new RunReader(request);
  await reader.follow(run, 0);
  return reader.runs;
}

class RunReader {
  readonly runs: Run[] = [];
  /** Scripts may start each other without end, or many times each. */
  #lines = 0;

  constructor(private readonly request: CommandRequest) {}

  async readLine(line: Line, depth: number): Promise<void> {
    if (depth > deepestNesting || ++this.#lines > mostLines) return;
    for (const found of await parseLine(this.request, line)) {
      const { words, origin, cwd } = found;
      const process = { settings: settingsOf(line, found) };
      const read = inputOf(readsNothing(found) ? (line.input ?? found) : found);
      const at = line.at ?? found.at;
      await this.follow({ words, ...read, at, origin, cwd, process, ...line.around }, depth);
    }
  }

  /** Sees through wrappers until the program itself is found. */
  async follow(outer: Run, depth: number): Promise<void> {
    let run = outer;
    let inner = unwrap(run.words);
    for (let count = 0; inner?.kind === 'program' && count < mostWrappers; count++) {
      run = { ...this.#changed(run, inner), words: inner.words };
      inner = unwrap(run.words);
    }
    if (!inner || inner.kind === 'program') return this.#add(run);
    const changed = this.#changed(run, inner);
    if (inner.kind === 'input')
      return this.#followInput({ ...changed, words: inner.words }, run.cwd, depth);
    const line = { ...this.#lineOf(changed), input: inputOf(run) };
    if (inner.kind === 'line') return this.readLine({ ...line, text: inner.text }, depth + 1);
    return this.#followScript(run, inner, line, depth);
  }

  /** @param folder the one that files are named from which the shell is given to read */
  async #followInput(shell: Run, folder: string | undefined, depth: number): Promise<void> {
    const { files, cwd } = this.request;
    const texts = await readInput(files, folder ?? cwd, shell);
    if (texts === 'unseen')
      return this.#add(isDownload(shell) ? shell : { ...shell, runsUnseen: true });
    if (texts.length === 0) return this.#add(shell);
    const line = this.#lineOf(shell);
    for (const { text, file } of texts) {
      const origin = file === undefined ? shell.origin : scriptOrigin(file);
      await this.readLine({ ...line, text, origin }, depth + 1);
    }
  }

  #add(run: Run): void {
    if (this.runs.length < mostRuns) this.runs.push(run);
  }

  #changed(run: Run, changes: Changes): Run {
    const { unset = [], keeps, settings = [], envFiles, loader, elsewhere } = changes;
    const kept = run.process.settings.filter(
      ({ name }) => !unset.includes(name) && (keeps?.includes(name) ?? true),
    );
    const own = settings.map(([name, value]) => new Setting(name, value, { ...run.origin, name }));
    const cwd = run.cwd ?? this.request.cwd;
    return {
      ...run,
      cwd: changes.cwd === undefined ? run.cwd : resolve(cwd, changes.cwd),
      process: { settings: [...kept, ...own] },
      envFiles: envFiles ? [...run.envFiles, envFiles] : run.envFiles,
      ...(loader ? { loader } : {}),
      ...(elsewhere ? { elsewhere: chosenPlace(elsewhere, run) } : {}),
    };
  }

  #lineOf({ cwd, at, origin, process, envFiles, loader, elsewhere }: Run): Omit<Line, 'text'> {
    const around = {
      envFiles,
      ...(loader ? { loader } : {}),
      ...(elsewhere ? { elsewhere } : {}),
    };
    return { cwd: cwd ?? this.request.cwd, at, origin, settings: process.settings, around };
  }

  /** The program stays as it is written where nothing of that name is found. */
  async #followScript(
    run: Run,
    script: Extract<Unwrapped, { kind: 'script' }>,
    line: Omit<Line, 'text'>,
    depth: number,
  ): Promise<void> {
    const { files, root } = this.request;
    const lines = await findScript({ ...line, files, root }, script);
    if (lines.length === 0) {
      const words = [{ text: script.name, raw: script.name }, ...script.extra];
      return script.isProgramToo ? this.follow({ ...run, words }, depth) : this.#add(run);
    }
    const extra = script.manager === 'node' ? script.extra.map(({ raw }) => raw).join(' ') : '';
    for (const { text, origin, settings = [] } of lines) {
      const own = {
        text: extra && origin.name === script.name ? `${text} ${extra}` : text,
        origin,
        settings: [...line.settings, ...settings],
      };
      await this.readLine({ ...line, ...own }, depth + 1);
    }
  }
}

function readsNothing({ input, inputFile, from }: Input): boolean {
  return input === undefined && inputFile === undefined && from.length === 0;
}

function inputOf({ input, inputFile, from }: Input): Input {
  return { input, ...(inputFile === undefined ? {} : { inputFile }), from };
}

function settingsOf({ settings }: Line, { settings: own, unset }: ShellRun): Setting[] {
  return [...settings.filter(({ name }) => !unset.includes(name)), ...own];
}

/** Installers are got this way, which know no database of the project: to ask about each would be noise. */
function isDownload({ from }: Run): boolean {
  return from.some(({ words }) => /(?:^|\/)(?:curl|wget)$/.test(words[0]?.text ?? ''));
}
