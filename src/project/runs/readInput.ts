import { resolve } from 'node:path';
import type { ShellRun } from '../../core/environment/shellRun';
import { printedText } from '../../shells/printedText';
import type { Files } from '../files';

/** A text of statements with the file that it stands in, where that is one. */
export interface StatementText {
  readonly text: string;
  readonly file?: string;
}

/** What a line gives a program to read. */
export type Input = Pick<ShellRun, 'input' | 'inputFile' | 'from'>;

type Texts = readonly StatementText[] | 'unseen';

/** What a program reads on standard input: nothing where that is the terminal, `unseen` where only running it tells. */
export function readInput(
  files: Files,
  folder: string,
  { input, inputFile, from }: Input,
): Texts | Promise<Texts> {
  if (input !== undefined) return [{ text: input }];
  if (inputFile !== undefined) return readFiles(files, folder, [inputFile]);
  return readFeeders(files, folder, from);
}

async function readFeeders(
  files: Files,
  folder: string,
  feeders: readonly ShellRun[],
): Promise<Texts> {
  const found: StatementText[] = [];
  for (const feeder of feeders) {
    const texts = await readFeeder(files, feeder.cwd ?? folder, feeder);
    if (texts === 'unseen') return 'unseen';
    found.push(...texts);
  }
  return found;
}

/** Programs whose output is told by their words: `echo TEXT`, `printf TEXT`, `cat FILE…`. */
function readFeeder(files: Files, folder: string, feeder: ShellRun): Texts | Promise<Texts> {
  const [program, ...args] = feeder.words.map(({ text }) => text);
  if (args.includes(undefined)) return 'unseen';
  const texts = args.filter((text) => text !== undefined);
  switch (program) {
    case 'echo':
    case 'printf':
      return [{ text: printedText(program, texts) }];
    case 'cat': {
      const paths = texts.filter((text) => !text.startsWith('-'));
      return paths.length > 0 ? readFiles(files, folder, paths) : readPassed(files, folder, feeder);
    }
    case 'tee':
      return readPassed(files, folder, feeder);
    default:
      return 'unseen';
  }
}

/** What a program passes on as it is; what a person types is not known. */
async function readPassed(files: Files, folder: string, feeder: ShellRun): Promise<Texts> {
  const isGiven = feeder.input !== undefined || feeder.inputFile !== undefined;
  return isGiven || feeder.from.length > 0 ? readInput(files, folder, feeder) : 'unseen';
}

/** A file that cannot be read is named on the line all the same: what is in it stays unseen. */
async function readFiles(files: Files, folder: string, paths: readonly string[]): Promise<Texts> {
  const texts: StatementText[] = [];
  for (const path of paths) {
    const file = resolve(folder, path);
    if (file === '/dev/null') continue;
    const content = await files.read(file);
    if (content.kind === 'missing') continue;
    if (content.kind !== 'text') return 'unseen';
    texts.push({ text: content.text, file });
  }
  return texts;
}
