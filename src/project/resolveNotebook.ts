import { dirname } from 'node:path';
import { flatten } from '../core/environment/flatten';
import { grammars } from '../core/targets/grammars';
import { orderGrammars } from './clients';
import { followProgram } from './evaluation/program';
import type { Files } from './files';
import { readPackages } from './packages';
import type { Reader, ResolveRequest } from './request';
import { withoutNeedless, type Resolution } from './resolution';
import { resolveFolder } from './resolveFolder';
import { resolveRun } from './resolveRun';
import { readNotebook, type NotebookLine } from './runs/notebooks';
import { readRuns } from './runs/readRuns';
import { programOf } from './runs/run';
import { unite } from './unite';

/** Answers for a notebook whose cells are run from top to bottom, in the folder of its file. */
export async function resolveNotebook(
  reader: Reader,
  outer: ResolveRequest,
  file: string,
): Promise<Resolution> {
  const request = { ...outer, cwd: dirname(file) };
  const notebook = await readNotebook(reader.files, file);
  const { language, code, shellLines, problems } = notebook;
  if (language !== 'python') return withoutNeedless(await resolveFolder(reader, request));
  const packages = await readPackages(reader.files, request.cwd, request.root);
  const files = withText(reader.files, file, code);
  const ordered = orderGrammars(grammars, packages);
  const entry = { entry: file, name: '__main__', packages, grammars: ordered };
  const answer = await followProgram({ ...reader, ...request, files, ...entry });
  const process = answer ? flatten(answer.environment) : request.process;
  const lines = await Promise.all(
    shellLines.map((line) => resolveLine(reader, { ...request, process }, file, line)),
  );
  const { targets = [], missing = [] } = answer ?? {};
  const own: Resolution = { targets, missing, problems, readBy: [] };
  const found = unite([own, ...lines]);
  return found.targets.length > 0
    ? withoutNeedless(found)
    : withoutNeedless(unite([found, await resolveFolder(reader, request)]));
}

/** Programs that prepare a kernel, which notebooks often start in their first cell. */
const installers = /^(pip3?|conda|mamba|apt|apt-get|uv|npm)$/;

async function resolveLine(
  reader: Reader,
  request: ResolveRequest,
  file: string,
  { text: command, line }: NotebookLine,
): Promise<Resolution> {
  const origin = { kind: 'code', name: command.trim().split(/\s/)[0] ?? '', file, line } as const;
  const { settings } = request.process;
  const runs = await readRuns({ ...reader, ...request, command, settings, origin });
  const own = runs.filter((run) => !installers.test(programOf(run) ?? ''));
  return unite(await Promise.all(own.map((run) => resolveRun(reader, request, run))));
}

/** The same files, one of which holds the program that it stands for. */
function withText(files: Files, path: string, text: string): Files {
  return {
    read: (file) => (file === path ? Promise.resolve({ kind: 'text', text }) : files.read(file)),
    list: (folder) => files.list(folder),
  };
}
