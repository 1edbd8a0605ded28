import type { ClientContext } from '../core/targets/grammar';
import type { Files } from './files';

/** A file may name the next one: deeper chains than this are not followed. */
const mostRounds = 4;

/**
 * What a reading says that does no I/O itself: it is done again with the files that it asked for, until it has asked for
 * nothing new.
 */
export async function readWanted<Answer>(
  files: Files,
  read: (readFile: ClientContext['readFile']) => Answer,
): Promise<Answer> {
  const known = new Map<string, string | undefined>();
  for (let round = 0; ; round++) {
    const wanted = new Set<string>();
    const answer = read((path) => {
      if (!known.has(path)) wanted.add(path);
      return known.get(path);
    });
    if (wanted.size === 0 || round === mostRounds) return answer;
    for (const path of wanted) known.set(path, await readText(files, path));
  }
}

async function readText(files: Files, path: string): Promise<string | undefined> {
  const content = await files.read(path);
  return content.kind === 'text' ? content.text : undefined;
}
