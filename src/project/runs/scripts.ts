import { basename, join, resolve } from 'node:path';
import type { Origin } from '../../core/environment/setting';
import type { ScriptManager, Unwrapped } from '../../shells/wrapper';
import { readPackages } from '../packages';
import { findMakeTarget } from './make';
import type { ScriptLine, ScriptRequest } from './script';

type Script = Extract<Unwrapped, { kind: 'script' }>;

/** The lines that `npm run NAME`, `make NAME` and the like run, in order; empty where there is no such script. */
export function findScript(request: ScriptRequest, script: Script): Promise<readonly ScriptLine[]> {
  return scriptFinders[script.manager](request, script);
}

type ScriptFinder = (request: ScriptRequest, script: Script) => Promise<readonly ScriptLine[]>;

const scriptFinders: Readonly<Record<ScriptManager, ScriptFinder>> = {
  node: findPackageScript,
  composer: findComposerScript,
  make: (request, { name, settings = [] }) =>
    findMakeTarget(request, name, new Set(settings.map(([own]) => own))),
  shell: readShellScript,
};

/** npm's `pre` and `post` scripts included. */
async function findPackageScript(
  { files, cwd, root }: ScriptRequest,
  { name }: Script,
): Promise<readonly ScriptLine[]> {
  const { scripts } = await readPackages(files, cwd, root);
  if (!scripts.some((script) => script.name === name)) return [];
  return [`pre${name}`, name, `post${name}`].flatMap((wanted) => {
    const script = scripts.find((candidate) => candidate.name === wanted);
    return script ? [{ text: script.command, origin: script.origin }] : [];
  });
}

async function findComposerScript(
  { files, cwd }: ScriptRequest,
  { name }: Script,
): Promise<readonly ScriptLine[]> {
  const file = join(cwd, 'composer.json');
  const content = await files.read(file);
  if (content.kind !== 'text') return [];
  const line = content.text.split('\n').findIndex((text) => text.includes(`"${name}"`)) + 1;
  return composerCommands(content.text, name).map((text) => ({
    text,
    origin: { kind: 'file', name, file, line },
  }));
}

function composerCommands(text: string, name: string): string[] {
  try {
    const { scripts } = JSON.parse(text) as { scripts?: Record<string, unknown> };
    return [scripts?.[name]]
      .flat()
      .filter((command): command is string => typeof command === 'string');
  } catch {
    return [];
  }
}

/** A file of shell commands, read from its first line on. Only files of the workspace are. */
async function readShellScript(
  { files, cwd, root }: ScriptRequest,
  { name }: Script,
): Promise<readonly ScriptLine[]> {
  const file = resolve(cwd, name);
  if (!file.startsWith(`${root}/`)) return [];
  const content = await files.read(file);
  if (content.kind !== 'text' || content.text.includes('\0')) return [];
  return [{ text: content.text, origin: scriptOrigin(file) }];
}

/** Where the lines of a file of shell commands are written. */
export function scriptOrigin(file: string): Origin {
  return { kind: 'file', name: basename(file), file, line: 1 };
}
