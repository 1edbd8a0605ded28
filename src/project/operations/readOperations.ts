import { dirname, resolve } from 'node:path';
import { consultCatalogue, type CatalogueAnswer } from '../../core/operations/catalogue';
import type { Operation } from '../../core/operations/operation';
import type { Payload } from '../../core/operations/payload';
import { Environment } from '../../core/environment/environment';
import { noFiles } from '../files';
import { readWanted } from '../readWanted';
import type { Reader, ResolveRequest } from '../request';
import { argvOf, programOf, type Run } from '../runs/run';
import { readInput, type StatementText } from '../runs/readInput';
import { statementReaders } from './statementReaders';

/** What one program of a command would do to data. */
export interface FoundOperations {
  readonly operations: readonly Operation[];
  /** True where it is known to change nothing, whatever variables are missing. */
  readonly isHarmless: boolean;
}

/** Reads the program's words, and the statements that they and the files they name hold. Runs nothing. */
export async function readOperations(
  reader: Reader,
  { cwd, home }: Pick<ResolveRequest, 'cwd' | 'home'>,
  run: Run,
): Promise<FoundOperations> {
  const folder = run.cwd ?? cwd;
  const { operations, payloads, place, isHarmless } = await consult(reader, home, folder, run);
  const reading = new PayloadReading(reader, folder, run);
  const found = await reading.readAll(payloads);
  const executed = found.map((operation) => (place ? { ...operation, place } : operation));
  const unknown = run.runsUnseen ? [unseen(run)] : [];
  return { operations: [...operations, ...executed, ...unknown], isHarmless };
}

/** The files that programs read by themselves are those of the machine that they run on. */
function consult({ files }: Reader, home: string, cwd: string, run: Run): Promise<CatalogueAnswer> {
  const environment = new Environment([run.process]);
  const find = (name: string) => environment.find(name);
  return readWanted(run.elsewhere ? noFiles : files, (readFile) =>
    consultCatalogue(programOf(run) ?? '', argvOf(run).slice(1), { find, readFile, home, cwd }),
  );
}

/** Scripts may include each other without end. */
const deepestInclusion = 4;

/** Reads the statements that one run gives its program to execute. */
class PayloadReading {
  readonly #filesRead = new Set<string>();

  constructor(
    private readonly reader: Reader,
    private readonly folder: string,
    private readonly run: Run,
  ) {}

  /** @param from the file that names them, if not the command */
  async readAll(
    payloads: readonly Payload[],
    depth = 0,
    from?: string,
  ): Promise<readonly Operation[]> {
    const found = await Promise.all(payloads.map((payload) => this.#read(payload, depth, from)));
    return found.flat();
  }

  async #read(payload: Payload, depth: number, from?: string): Promise<readonly Operation[]> {
    const texts = await this.#textsOf(payload, from);
    if (texts === 'unseen') return [unseen(this.run)];
    const { language } = payload;
    const statements = statementReaders(this.reader.trees).find(({ languages }) =>
      languages.includes(language),
    );
    if (!statements) return [];
    const found = texts.map(async (source) => {
      const included = (await statements.readIncluded?.(source.text, language)) ?? [];
      const own = await statements.read(source.text, language);
      const inner =
        depth < deepestInclusion ? await this.readAll(included, depth + 1, source.file) : [];
      const placed = own.map((operation) => this.#placed(operation, source));
      return [...placed, ...inner].map((operation) => movedBefore(operation, payload));
    });
    return (await Promise.all(found)).flat();
  }

  async #textsOf(payload: Payload, from?: string): Promise<readonly StatementText[] | 'unseen'> {
    const { files } = this.reader;
    if (payload.kind === 'text')
      return isKnown(this.run, payload.text) ? [{ text: payload.text }] : 'unseen';
    if (payload.kind === 'input') return readInput(files, this.folder, this.run);
    const folder = from !== undefined && payload.isBeside ? dirname(from) : this.folder;
    const file = resolve(folder, payload.path);
    if (this.#filesRead.has(file)) return [];
    this.#filesRead.add(file);
    const content = await files.read(file);
    if (content.kind === 'unreadable') return 'unseen';
    return content.kind === 'text' ? [{ text: content.text, file }] : [];
  }

  /** Lines of a file count from its first, those of a script from the line that holds the text. */
  #placed(operation: Operation, source: StatementText): Operation {
    const outer = source.file === undefined ? this.run.origin : undefined;
    const file = source.file ?? outer?.file;
    if (file === undefined) return operation;
    const line = (operation.origin?.line ?? 1) + (outer?.line ?? 1) - 1;
    const { kind, name } = operation.origin ?? outer ?? { kind: 'file', name: operation.rule };
    return { ...operation, origin: { kind, name, file, line } };
  }
}

/** What a text did to the connection before it had a file executed holds in that, too. */
function movedBefore(operation: Operation, { moves = [] }: Payload): Operation {
  return moves.length > 0
    ? { ...operation, moves: [...moves, ...(operation.moves ?? [])] }
    : operation;
}

/** Whether statements stand on the line, and not in what only the running shell knows. */
function isKnown({ words }: Run, text: string): boolean {
  return !words.some((word) => word.text === undefined && word.raw === text);
}

/** Statements that another program prints may do anything: to production, they count as a write. */
function unseen({ from }: Run): Operation {
  const [feeder] = from;
  const name = feeder?.words[0]?.text;
  const subject = `what ${name === undefined ? 'unseen statements' : `the statements from ${name}`} name`;
  return { kind: 'update', reach: 'some', subject, rule: 'unseen-statements' };
}
