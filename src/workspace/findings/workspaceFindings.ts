import { isDeepStrictEqual } from 'node:util';
import type { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Log } from '../../core/log';
import { redact } from '../../core/targets/redact';
import { DisposableStore } from '../../disposableStore';
import type { Analysis } from '../../project/analysis/analysis';
import { scanFiles, type Scan } from '../../project/scan/scanFiles';
import type { AssessedTarget } from '../../project/resolution';
import type { FindingStore, Live } from './findingStore';
import { FlaggedFolder, type FlaggedFile } from './flaggedFolder';

export interface FindingProgress {
  readonly done: number;
  readonly total: number;
}

/** What looking through a workspace is done with. */
export interface Scanner {
  readonly analysis: Analysis;
  /** Starts a thread that scans files of a folder, some of which have another text than on disk. */
  start(root: string, unsaved: ReadonlyMap<string, string>): Worker;
}

/** The flagged lines of the whole workspace, from when it was looked through; those of open files are of now. */
export class WorkspaceFindings implements vscode.Disposable {
  readonly #disposables = new DisposableStore();
  readonly #didChangeEmitter = this.#disposables.add(new vscode.EventEmitter<void>());
  #folders: readonly FlaggedFolder[] = [];
  #running: AbortController | undefined;
  #progress: FindingProgress | undefined;
  #seen: number | undefined;
  #targets: readonly AssessedTarget[] = [];

  readonly onDidChange = this.#didChangeEmitter.event;

  constructor(
    private readonly live: Live,
    private readonly findings: FindingStore,
    private readonly scanner: Scanner,
    private readonly log: Log,
  ) {
    this.#disposables.add(live.store.onDidChange(() => void this.#follow()));
    this.#disposables.add(
      findings.onDidChange(() => {
        if (this.#folders.length > 0) this.#didChangeEmitter.fire();
      }),
    );
  }

  /** By path; only those with a flagged line. */
  get files(): readonly FlaggedFile[] {
    const open = new Map(
      this.findings.documents.map((document) => [
        document.uri.fsPath,
        this.findings.findingsOf(document),
      ]),
    );
    const known = this.#folders
      .flatMap((folder) => folder.files)
      .filter(({ file }) => !open.has(file));
    const now = [...open].map(([file, findings]) => ({ file, findings }));
    return [...known, ...now]
      .filter(({ findings }) => findings.length > 0)
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  /** How far looking through has come, while it is under way. */
  get progress(): FindingProgress | undefined {
    return this.#progress;
  }

  /** How many files have been looked through; `undefined` before the first time, and after one that was stopped. */
  get seen(): number | undefined {
    return this.#seen;
  }

  /** Looks through all folders, until it is done or stopped. */
  async find(): Promise<void> {
    if (this.#running) return;
    const { signal } = (this.#running = new AbortController());
    this.#tell({ done: 0, total: 0 });
    try {
      const folders: FlaggedFolder[] = [];
      let isComplete = true;
      for (const folder of vscode.workspace.workspaceFolders ?? []) {
        const found = await this.#scan(folder, signal);
        isComplete &&= found.isComplete;
        folders.push(new FlaggedFolder(found.files));
        await this.#followFolder(folders.at(-1)!, folder);
      }
      this.#folders = folders;
      this.#seen = isComplete ? folders.reduce((sum, { seen }) => sum + seen, 0) : undefined;
    } finally {
      this.#running = undefined;
      this.#tell(undefined);
    }
  }

  stop(): void {
    this.#running?.abort();
  }

  async #scan(folder: vscode.WorkspaceFolder, signal: AbortSignal): Promise<Scan> {
    const root = folder.uri.fsPath;
    const exclude = vscode.workspace
      .getConfiguration('files', folder.uri)
      .get<Record<string, unknown>>('exclude', {});
    const paths = await this.scanner.analysis.sourcesIn(root, exclude);
    const onProgress = (done: number, total: number): void => this.#tell({ done, total });
    return scanFiles(paths, { signal, onProgress }, () => this.scanner.start(root, unsavedTexts()));
  }

  /** A change of variables shows where it leads somewhere else. */
  async #follow(): Promise<void> {
    const { targets } = this.live.store.active.resolution;
    if (this.#folders.length === 0 || isDeepStrictEqual(targets, this.#targets)) return;
    this.#targets = targets;
    try {
      for (const [index, folder] of (vscode.workspace.workspaceFolders ?? []).entries()) {
        const flagged = this.#folders[index];
        if (flagged) await this.#followFolder(flagged, folder);
      }
      this.#didChangeEmitter.fire();
    } catch (error) {
      this.log.error(redact(String(error)));
    }
  }

  #followFolder(flagged: FlaggedFolder, folder: vscode.WorkspaceFolder): Promise<void> {
    return flagged.follow(this.live.resolver, this.live.store.requestFor(folder));
  }

  #tell(progress: FindingProgress | undefined): void {
    this.#progress = progress;
    this.#didChangeEmitter.fire();
  }

  dispose(): void {
    this.stop();
    this.#disposables.dispose();
  }
}

function unsavedTexts(): ReadonlyMap<string, string> {
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ isDirty, uri }) => isDirty && uri.scheme === 'file',
  );
  return new Map(unsaved.map((document) => [document.uri.fsPath, document.getText()]));
}
