import { resolve } from 'node:path';
import type { Setting } from '../../core/environment/setting';
import type { ShellRun } from '../../core/environment/shellRun';
import { flattenFishBlocks } from '../../shells/fishBlocks';
import { readCommandLine } from '../../syntax/shell/readCommandLine';
import type { SyntaxTree } from '../../syntax/syntaxTrees';
import type { ShellContext } from '../../syntax/shell/shellState';
import { findLoader } from '../loaders';
import type { CommandRequest, Line } from './commandRequest';

/** A file that a sourced file names in turn is not looked for. */
const mostRounds = 3;

/**
 * The programs of one line. Env files that it sources are read between two readings of the line, because the reading
 * itself does no I/O.
 */
export async function parseLine(request: CommandRequest, line: Line): Promise<readonly ShellRun[]> {
  const tree = await parse(request, line.text);
  try {
    const sourced = new Map<string, readonly Setting[]>();
    for (let round = 0; ; round++) {
      const wanted = new Set<string>();
      const context = contextOf(request, line, sourced, wanted);
      const runs = readCommandLine(tree.rootNode, context, line.origin);
      if (wanted.size === 0 || round > mostRounds) return runs;
      for (const path of wanted) sourced.set(path, await readSourced(request, line, path));
    }
  } finally {
    tree.delete();
  }
}

/** For bash these would be programs. */
const fishWord = /(?:^|[;\n])\s*(?:and|or|not)\s/;

/** What is no bash may be fish, whose blocks have no `do` and no `done`. */
async function parse({ trees }: CommandRequest, text: string): Promise<SyntaxTree> {
  const tree = await trees.parse('bash', text);
  const isMaybeFish = tree.rootNode.hasError || fishWord.test(text);
  const flat = isMaybeFish ? flattenFishBlocks(text) : text;
  if (flat === text) return tree;
  tree.delete();
  return trees.parse('bash', flat);
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
  return (environment?.layers ?? [])
    .filter((layer) => layer !== process)
    .flatMap((layer) => layer.settings);
}
