import { dirname, resolve } from 'node:path';
import type { Layer } from '../../core/environment/environment';
import type { EnvFileRequest, ModuleSource } from '../../syntax/evaluation/host';
import { findLoader } from '../loaders';
import type { LoadOptions } from '../loaders/loader';
import type { EvaluationRequest, ProgramLanguage } from './evaluation';

/** More modules than a program's configuration imports; fewer than the cache keeps. */
const mostModules = 300;

/** What was read so far, and what the code asked for beyond it. */
export class Knowledge {
  /** `undefined` for a file that is not there. */
  readonly modules = new Map<string, ModuleSource | undefined>();
  readonly texts = new Map<string, string | undefined>();
  /** Names of the files in each. */
  readonly folders = new Map<string, readonly string[]>();
  readonly envFiles = new Map<string, readonly Layer[]>();
  readonly #wantedModules = new Set<string>();
  readonly #wantedTexts = new Set<string>();
  readonly #wantedFolders = new Set<string>();
  readonly #wantedEnvFiles = new Map<string, EnvFileRequest>();

  constructor(
    private readonly request: EvaluationRequest,
    private readonly language: ProgramLanguage,
  ) {}

  wantModule(file: string): void {
    this.#wantedModules.add(file);
  }

  wantText(file: string): void {
    this.#wantedTexts.add(file);
  }

  wantFolder(folder: string): void {
    this.#wantedFolders.add(folder);
  }

  wantEnvFile(key: string, request: EnvFileRequest): void {
    this.#wantedEnvFiles.set(key, request);
  }

  async readModule(file: string): Promise<void> {
    const { files, modules } = this.request;
    const count = [...this.modules.values()].filter((source) => source !== undefined).length;
    if (count >= mostModules) return void this.modules.set(file, undefined);
    this.modules.set(file, await modules.read(files, file, this.language.grammarOf(file)));
  }

  /** Reads what was asked for; false if that was nothing. */
  async readWanted(): Promise<boolean> {
    const modules = [...this.#wantedModules];
    const texts = [...this.#wantedTexts];
    const folders = [...this.#wantedFolders];
    const envFiles = [...this.#wantedEnvFiles];
    this.#wantedModules.clear();
    this.#wantedTexts.clear();
    this.#wantedFolders.clear();
    this.#wantedEnvFiles.clear();
    await Promise.all([
      ...modules.map((file) => this.readModule(file)),
      ...texts.map((file) => this.#readText(file)),
      ...folders.map((folder) => this.#listFolder(folder)),
      ...envFiles.map(([key, wanted]) => this.#readEnvFile(key, wanted)),
    ]);
    return modules.length + texts.length + folders.length + envFiles.length > 0;
  }

  async #readText(file: string): Promise<void> {
    const content = await this.request.files.read(file);
    this.texts.set(file, content.kind === 'text' ? content.text : undefined);
  }

  async #listFolder(folder: string): Promise<void> {
    const entries = await this.request.files.list(folder);
    const names = entries.flatMap(({ name, kind }) => (kind === 'file' ? [name] : []));
    this.folders.set(folder, names.sort());
  }

  async #readEnvFile(key: string, wanted: EnvFileRequest): Promise<void> {
    const { files, cwd, root, home, process } = this.request;
    const loader = findLoader(wanted.loader ?? this.language.loader);
    const folder = wanted.folder === undefined ? undefined : resolve(cwd, wanted.folder);
    const environment = await loader?.load({
      files,
      cwd: folder ?? cwd,
      root,
      home,
      process,
      options: optionsOf(wanted, folder),
    });
    this.envFiles.set(
      key,
      (environment?.layers ?? []).filter((layer) => layer !== process),
    );
  }
}

function optionsOf(
  { paths, override, mode, from }: EnvFileRequest,
  folder: string | undefined,
): LoadOptions {
  return {
    override,
    folder: folder ?? dirname(from),
    ...(paths ? { paths } : {}),
    ...(mode === undefined ? {} : { mode }),
  };
}
