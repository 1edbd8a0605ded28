import { resolve } from 'node:path';
import type { ShellRun } from '../../core/environment/shellRun';
import type { Files } from '../files';
import type { Run } from '../runs/run';

/** A text of statements with the file that it stands in, where that is one. */
export interface StatementText {
  readonly text: string;
  readonly file?: string;
}

type Texts = readonly StatementText[] | 'unseen';

/** What a program reads on standard input: nothing where that is the terminal, `unseen` where only running it tells. */
export function readInput(files: Files, folder: string, run: Run): Texts | Promise<Texts> {
  if (run.input !== undefined) return [{ text: run.input }];
  if (run.inputFile !== undefined) return readFiles(files, folder, [run.inputFile]);
  const feeder = run.from.at(-1);
  return feeder ? readFeeder(files, folder, feeder) : [];
}

/** Programs whose output is told by their words: `echo TEXT`, `printf TEXT`, `cat FILE…`. */
function readFeeder(
  files: Files,
  folder: string,
  { words, ...feeder }: ShellRun,
): Texts | Promise<Texts> {
  const [program, ...args] = words.map(({ text }) => text);
  if (args.includes(undefined)) return 'unseen';
  const texts = args.filter((text) => text !== undefined);
  switch (program) {
    case 'echo':
    case 'printf':
      return [{ text: texts.filter((text) => !/^-[neE]+$/.test(text)).join(' ') }];
    case 'cat': {
      const paths = texts.filter((text) => !text.startsWith('-'));
      if (paths.length > 0) return readFiles(files, folder, paths);
      if (feeder.input !== undefined) return [{ text: feeder.input }];
      return feeder.inputFile === undefined
        ? 'unseen'
        : readFiles(files, folder, [feeder.inputFile]);
    }
    default:
      return 'unseen';
  }
}

/** A file that cannot be read is named on the line all the same: what is in it stays unseen. */
async function readFiles(files: Files, folder: string, paths: readonly string[]): Promise<Texts> {
  const texts: StatementText[] = [];
  for (const path of paths) {
    const file = resolve(folder, path);
    const content = await files.read(file);
    if (content.kind === 'missing') continue;
    if (content.kind !== 'text') return 'unseen';
    texts.push({ text: content.text, file });
  }
  return texts;
}
