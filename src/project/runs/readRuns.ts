import { resolve } from 'node:path';
import { Setting, type Origin } from '../../core/environment/setting';
import type { ShellRun } from '../../core/environment/shellRun';
import type { Unwrapped } from '../../shells/wrapper';
import { unwrap } from '../../shells/wrappers';
import { readCommandLine } from '../../syntax/shell/readCommandLine';
import type { ShellContext } from '../../syntax/shell/shellState';
import type { SyntaxTrees } from '../../syntax/syntaxTrees';
import type { Files } from '../files';
import { findLoader } from '../loaders';
import type { Run } from './run';
import { findScript } from './scripts';

export interface CommandRequest {
  readonly files: Files;
  readonly trees: SyntaxTrees;
  /** One string, as typed at a prompt. */
  readonly command: string;
  /** Absolute. */
  readonly cwd: string;
  readonly root: string;
  readonly home: string;
  /** The exported variables of the shell. */
  readonly settings: readonly Setting[];
}

interface Line {
  readonly text: string;
  readonly cwd: string;
  readonly origin: Origin;
  readonly settings: readonly Setting[];
  /** What the wrappers so far add for every program of the line. */
  readonly around: Pick<Run, 'envFiles' | 'loader' | 'service'>;
}

const deepestNesting = 8;
const mostRuns = 200;

/** The programs that a command starts in the end. Reads scripts and env files that the line names, and runs nothing. */
export async function readRuns(request: CommandRequest): Promise<readonly Run[]> {
  const { command: text, cwd, settings } = request;
  const origin: Origin = { kind: 'command', name: text.trim().split(/\s/)[0] ?? '' };
  return readLine(request, { text, cwd, origin, settings, around: { envFiles: [] } }, 0);
}

async function readLine(request: CommandRequest, line: Line, depth: number): Promise<Run[]> {
  if (depth > deepestNesting) return [];
  const runs: Run[] = [];
  for (const found of await parseLine(request, line)) {
    if (runs.length >= mostRuns) break;
    const { words, input, from, origin } = found;
    const run = {
      words,
      input,
      from,
      origin,
      cwd: found.cwd,
      process: { settings: settingsOf(line, found) },
      ...line.around,
    };
    runs.push(...(await follow(request, run, depth)));
  }
  return runs;
}

function settingsOf({ settings }: Line, { settings: own, unset }: ShellRun): Setting[] {
  return [...settings.filter(({ name }) => !unset.includes(name)), ...own];
}

/** Env files that the line sources are read between two readings of the line, because the reading itself does no I/O. */
async function parseLine(request: CommandRequest, line: Line): Promise<readonly ShellRun[]> {
  const tree = await request.trees.parse('bash', line.text);
  try {
    const sourced = new Map<string, readonly Setting[]>();
    for (let round = 0; ; round++) {
      const wanted = new Set<string>();
      const runs = readCommandLine(
        tree.rootNode,
        contextOf(request, line, sourced, wanted),
        line.origin,
      );
      if (wanted.size === 0 || round > 3) return runs;
      for (const path of wanted) sourced.set(path, await readSourced(request, line, path));
    }
  } finally {
    tree.delete();
  }
}

function contextOf(
  { home }: CommandRequest,
  { cwd, settings }: Line,
  sourced: ReadonlyMap<string, readonly Setting[]>,
  wanted: Set<string>,
): ShellContext {
  return {
    cwd,
    home,
    variable: (name) => settings.findLast((setting) => setting.name === name)?.value,
    sourced: (path) => {
      const known = sourced.get(path);
      if (!known) wanted.add(path);
      return known ?? [];
    },
  };
}

async function readSourced(
  { files, root, home }: CommandRequest,
  { cwd, settings }: Line,
  path: string,
): Promise<readonly Setting[]> {
  const loader = findLoader('plain');
  const options = { dialect: 'bash-source', paths: [resolve(cwd, path)] } as const;
  const process = { settings };
  const environment = await loader?.load({ files, cwd, root, home, process, options });
  return (
    environment?.layers.filter((layer) => layer !== process).flatMap((layer) => layer.settings) ??
    []
  );
}

/** Sees through wrappers until the program itself is found. */
async function follow(request: CommandRequest, run: Run, depth: number): Promise<Run[]> {
  const inner = unwrap(run.words);
  if (!inner || depth > deepestNesting) return [run];
  const around = {
    envFiles: run.envFiles,
    ...(run.loader ? { loader: run.loader } : {}),
    ...(run.service === undefined ? {} : { service: run.service }),
  };
  const cwd = run.cwd ?? request.cwd;
  switch (inner.kind) {
    case 'program':
      return follow(request, changed(run, inner, cwd), depth + 1);
    case 'line': {
      const line = {
        text: inner.text,
        cwd,
        origin: run.origin,
        settings: run.process.settings,
        around,
      };
      return readLine(request, line, depth + 1);
    }
    case 'script':
      return followScript(request, run, inner, around, depth);
  }
}

function changed(run: Run, inner: Extract<Unwrapped, { kind: 'program' }>, cwd: string): Run {
  const kept = inner.isClean
    ? []
    : run.process.settings.filter(({ name }) => !(inner.unset ?? []).includes(name));
  const own = (inner.settings ?? []).map(
    ([name, value]) => new Setting(name, value, { ...run.origin, name }),
  );
  return {
    ...run,
    words: inner.words,
    cwd: inner.cwd === undefined ? run.cwd : resolve(cwd, inner.cwd),
    process: { settings: [...kept, ...own] },
    envFiles: [...run.envFiles, ...(inner.envFiles ?? [])],
    ...(inner.loader ? { loader: inner.loader } : {}),
    ...(inner.service === undefined ? {} : { service: inner.service }),
  };
}

/** The program stays as it is written where no script of that name is found. */
async function followScript(
  request: CommandRequest,
  run: Run,
  script: Extract<Unwrapped, { kind: 'script' }>,
  around: Line['around'],
  depth: number,
): Promise<Run[]> {
  const cwd = resolve(run.cwd ?? request.cwd, script.cwd ?? '.');
  const lines = await findScript(request.files, script.manager, script.name, cwd, request.root);
  if (lines.length === 0) return [run];
  const extra = script.manager === 'node' ? script.extra.map(({ raw }) => raw).join(' ') : '';
  const runs = await Promise.all(
    lines.map(({ text, origin }) => {
      const line = extra && origin.name === script.name ? `${text} ${extra}` : text;
      return readLine(
        request,
        { text: line, cwd, origin, settings: run.process.settings, around },
        depth + 1,
      );
    }),
  );
  return runs.flat();
}
