import { basename, dirname, isAbsolute, relative } from 'node:path';
import type { Origin, Problem } from '../core/environment/setting';
import type { Files } from './files';
import { readFolder, type LockText, type Manifest } from './manifests/folder';
import { lockedVersion } from './manifests/locks';
import type { Ecosystem } from './manifests/manifest';

export type { Ecosystem } from './manifests/manifest';

export interface Package {
  readonly name: string;
  /** The locked version, else the range as it is declared. */
  readonly version?: string;
  readonly origin: Origin;
}

export interface Script {
  readonly name: string;
  readonly command: string;
  readonly origin: Origin;
}

/** What the manifests say that a program in a folder finds, from its folder up to the workspace folder. */
export class Packages {
  readonly #manifests: readonly Manifest[];
  readonly #locks: readonly LockText[];
  readonly #paths: readonly string[];

  /** @param paths every file between the folder and the workspace folder; all three are nearest first */
  constructor(
    manifests: readonly Manifest[],
    locks: readonly LockText[],
    paths: readonly string[],
    readonly problems: readonly Problem[],
  ) {
    this.#manifests = manifests;
    this.#locks = locks;
    this.#paths = paths;
  }

  /** A package that the project itself asks for. */
  find(ecosystem: Ecosystem, name: string): Package | undefined {
    for (const { file, packages, ...manifest } of this.#manifests) {
      if (manifest.ecosystem !== ecosystem) continue;
      const found = packages.find((own) => isSameName(ecosystem, own.name, name));
      if (!found) continue;
      const version = this.#lockedVersion(ecosystem, name) ?? found.version;
      const { line } = found;
      const origin = { kind: 'file', name, file, ...(line ? { line } : {}) } as const;
      return { name, ...(version ? { version } : {}), origin };
    }
    return undefined;
  }

  /** The nearest file with one of these names. */
  findFile(...names: readonly string[]): Origin | undefined {
    const file = this.#paths.find((path) => names.includes(basename(path)));
    return file === undefined ? undefined : { kind: 'file', name: basename(file), file };
  }

  /** The run-scripts of every manifest, nearest first. */
  get scripts(): readonly Script[] {
    return this.#manifests.flatMap(({ file, scripts = [] }) =>
      scripts.map(({ name, command, line }) => ({
        name,
        command,
        origin: { kind: 'file', name, file, ...(line ? { line } : {}) },
      })),
    );
  }

  /** The version of Node.js that the project asks for, as it is written. */
  get nodeVersion(): string | undefined {
    return this.#manifests.find(({ ecosystem, runtime }) => ecosystem === 'node' && runtime)
      ?.runtime?.version;
  }

  #lockedVersion(ecosystem: Ecosystem, name: string): string | undefined {
    for (const { lock, text } of this.#locks) {
      const version = lock.ecosystem === ecosystem ? lockedVersion(lock, text, name) : undefined;
      if (version) return version;
    }
    return undefined;
  }
}

/** Reads the manifests from `cwd` up to `root`. A broken one is a problem, and counts as far as it could be read. */
export async function readPackages(files: Files, cwd: string, root: string): Promise<Packages> {
  const folders = await Promise.all(
    foldersBetween(cwd, root).map((folder) => readFolder(files, folder)),
  );
  return new Packages(
    folders.flatMap(({ manifests }) => manifests),
    folders.flatMap(({ locks }) => locks),
    folders.flatMap(({ paths }) => paths),
    folders.flatMap(({ problems }) => problems),
  );
}

/** Nearest first. A folder outside the workspace stands alone. */
function foldersBetween(cwd: string, root: string): string[] {
  const path = relative(root, cwd);
  if (path.startsWith('..') || isAbsolute(path)) return [cwd];
  const folders = [cwd];
  for (let folder = cwd; relative(root, folder) !== ''; folders.push(folder))
    folder = dirname(folder);
  return folders;
}

function isSameName(ecosystem: Ecosystem, a: string, b: string): boolean {
  // https://packaging.python.org/en/latest/specifications/name-normalization/
  const normal = (name: string): string =>
    ecosystem === 'python' ? name.toLowerCase().replace(/[-_.]+/g, '-') : name;
  return normal(a) === normal(b);
}
