import { join } from 'node:path';
import type { Origin } from '../../core/environment/setting';
import type { ScriptManager } from '../../shells/wrapper';
import type { Files } from '../files';
import { readPackages } from '../packages';

/** A line of a script, with where it is written. */
export interface ScriptLine {
  readonly text: string;
  readonly origin: Origin;
}

/** The lines that `npm run NAME`, `make NAME` and the like run, in order; empty where there is no such script. */
export function findScript(
  files: Files,
  manager: ScriptManager,
  name: string,
  cwd: string,
  root: string,
): Promise<readonly ScriptLine[]> {
  return scriptFinders[manager](files, name, cwd, root);
}

type ScriptFinder = (
  files: Files,
  name: string,
  cwd: string,
  root: string,
) => Promise<readonly ScriptLine[]>;

const scriptFinders: Readonly<Record<ScriptManager, ScriptFinder>> = {
  node: findPackageScript,
  composer: findComposerScript,
  make: findMakeTarget,
};

/** npm's `pre` and `post` scripts included. */
async function findPackageScript(
  files: Files,
  name: string,
  cwd: string,
  root: string,
): Promise<readonly ScriptLine[]> {
  const { scripts } = await readPackages(files, cwd, root);
  return [`pre${name}`, name, `post${name}`].flatMap((wanted) => {
    const script = scripts.find((candidate) => candidate.name === wanted);
    return script ? [{ text: script.command, origin: script.origin }] : [];
  });
}

async function findComposerScript(
  files: Files,
  name: string,
  cwd: string,
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

/** The recipe of a target, without those of what it depends on. */
async function findMakeTarget(
  files: Files,
  name: string,
  cwd: string,
): Promise<readonly ScriptLine[]> {
  for (const base of ['GNUmakefile', 'makefile', 'Makefile']) {
    const file = join(cwd, base);
    const content = await files.read(file);
    if (content.kind === 'text') return recipeOf(content.text.split('\n'), name, file);
  }
  return [];
}

function recipeOf(lines: readonly string[], name: string, file: string): ScriptLine[] {
  const target = /^([\w./-]+(?:\s+[\w./-]+)*)\s*:(?!=)/;
  const namesOf = (line: string): string[] => target.exec(line)?.[1]?.split(/\s+/) ?? [];
  const start = lines.findIndex((line) =>
    name === '' ? namesOf(line).some((own) => !own.startsWith('.')) : namesOf(line).includes(name),
  );
  if (start < 0) return [];
  const recipe: ScriptLine[] = [];
  for (let at = start + 1; at < lines.length && /^(\t|\s*$|\s*#)/.test(lines[at] ?? ''); at++) {
    const text = (lines[at] ?? '')
      .replace(/^\t[@+-]*/, '')
      .replaceAll('$$', '$')
      .replaceAll(/\$\((\w+)\)/g, '$${$1}');
    if (text.trim()) recipe.push({ text, origin: { kind: 'file', name, file, line: at + 1 } });
  }
  return recipe;
}
