import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { watchedVariables } from '../core/environment/watchedVariables';
import { destructivePattern } from '../core/operations/destructiveWords';
import { interestingWords } from '../core/operations/interestingWords';
import { tools } from '../core/operations/tools';
import { standInPrograms } from '../shells/standInPrograms';
import { standInSettings } from '../shells/standInSettings';
import { isRunning, openRuntimeFolder, removeFile, writePrivately } from './runtimeFolder';

const toolsName = 'safety-catch-tools';
const ownerSuffix = '.owner';

/**
 * Programs that stand in for others and ask the editor first: a shell for run-scripts, and the tools of a folder that comes
 * first in PATH. All windows share them. The shell stays when the last window goes, as terminals that are open name it.
 */
export class StandIns {
  readonly scriptShell: string;
  readonly toolsFolder: string;
  #path: string | undefined;

  /** @param folder of this user alone, on a file system from which programs can be run; made where it is missing */
  constructor(
    private readonly folder: string,
    private readonly hooksFolder: string,
  ) {
    this.scriptShell = join(folder, 'scriptShell');
    this.toolsFolder = join(folder, toolsName);
  }

  /** @param path in which the tools are looked for: one that is not there gets no stand-in. Answers why it cannot be. */
  install(path: string): string | undefined {
    const refusal = openRuntimeFolder(this.folder);
    if (refusal) return refusal;
    try {
      this.#writePrograms();
      this.#linkTools(path);
      this.#path = path;
      writePrivately(this.#ownerFile(process.pid), `${process.pid}\n`);
      return undefined;
    } catch (error) {
      return `${this.folder} cannot be used (${(error as NodeJS.ErrnoException).code})`;
    }
  }

  /** For tools that have been installed, or removed, since. */
  update(): void {
    if (this.#path !== undefined) this.#linkTools(this.#path);
  }

  /** The tools go with the last window that has them. */
  dispose(): void {
    this.#path = undefined;
    removeFile(this.#ownerFile(process.pid));
    const owners = this.#owners();
    if (owners.some(isRunning)) return;
    for (const owner of owners) removeFile(this.#ownerFile(owner));
    rmSync(this.toolsFolder, { recursive: true, force: true });
  }

  #writePrograms(): void {
    for (const name of ['scriptShell', 'tool']) {
      const text = readFileSync(join(this.hooksFolder, 'standIns', name), 'utf8');
      writePrivately(join(this.folder, name), text, 0o700);
    }
    const settings = standInSettings({
      hooksFolder: this.hooksFolder,
      watched: watchedVariables,
      destructive: destructivePattern,
      programs: standInPrograms,
      words: interestingWords(tools),
    });
    writePrivately(join(this.folder, 'settings.sh'), settings);
    // Some keep programs from being run in certain file systems. A run-script that finds no shell is worse than one unasked.
    accessSync(this.scriptShell, constants.X_OK);
  }

  #linkTools(path: string): void {
    mkdirSync(this.toolsFolder, { recursive: true, mode: 0o700 });
    const folders = path.split(delimiter).filter((folder) => !folder.endsWith(`/${toolsName}`));
    const wanted = new Set(
      standInPrograms
        .map(({ name }) => name)
        .filter((name) => folders.some((folder) => isProgram(join(folder, name)))),
    );
    const present = new Set(readdirSync(this.toolsFolder));
    for (const name of present) if (!wanted.has(name)) removeFile(join(this.toolsFolder, name));
    for (const name of wanted)
      if (!present.has(name)) symlinkSync(join('..', 'tool'), join(this.toolsFolder, name));
  }

  /** The process ids of the windows that have not said that they are gone. */
  #owners(): number[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => name.endsWith(ownerSuffix))
      .map((name) => Number.parseInt(name));
  }

  #ownerFile(processId: number): string {
    return join(this.folder, `${processId}${ownerSuffix}`);
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
