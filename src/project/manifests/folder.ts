import { join } from 'node:path';
import type { Problem } from '../../core/environment/setting';
import type { Files } from '../files';
import { manifestReaders } from './index';
import { lockOf, type Lock } from './locks';
import type { Declarations, Ecosystem, ManifestReader } from './manifest';

/** A manifest that was read, with where it is. */
export interface Manifest extends Declarations {
  readonly ecosystem: Ecosystem;
  readonly file: string;
}

export interface LockText {
  readonly lock: Lock;
  readonly text: string;
}

/** More manifests than this in one folder are no longer what a program would look at. */
const mostManifests = 40;

export interface ManifestFolder {
  readonly manifests: Manifest[];
  readonly locks: LockText[];
  readonly paths: readonly string[];
  readonly problems: Problem[];
}

export async function readFolder(files: Files, folder: string): Promise<ManifestFolder> {
  const names = await namesIn(files, folder);
  const found: ManifestFolder = {
    manifests: [],
    locks: [],
    paths: names.map((name) => join(folder, name)),
    problems: [],
  };
  const readable = manifestReaders.flatMap((reader) =>
    names.filter((name) => reader.files.test(name)).map((name) => ({ reader, name })),
  );
  for (const { reader, name } of readable.slice(0, mostManifests))
    await addManifest(files, found, reader, join(folder, name));
  for (const name of names) {
    const lock = lockOf(name);
    const content = lock && (await files.read(join(folder, name)));
    if (lock && content?.kind === 'text') found.locks.push({ lock, text: content.text });
  }
  return found;
}

/** The files of a folder, and those of `requirements/`, where some projects keep one file a purpose. */
async function namesIn(files: Files, folder: string): Promise<string[]> {
  const entries = await files.list(folder);
  const names = entries.flatMap(({ name, kind }) => (kind === 'file' ? [name] : []));
  if (!entries.some(({ name, kind }) => name === 'requirements' && kind === 'folder')) return names;
  const inner = await files.list(join(folder, 'requirements'));
  return [...names, ...inner.map(({ name }) => `requirements/${name}`)];
}

async function addManifest(
  files: Files,
  { manifests, problems }: ManifestFolder,
  reader: ManifestReader,
  file: string,
): Promise<void> {
  const content = await files.read(file);
  if (content.kind === 'unreadable') problems.push({ file, message: content.reason });
  if (content.kind !== 'text') return;
  const declarations = readSafely(reader, content.text);
  manifests.push({ ...declarations, ecosystem: reader.ecosystem, file });
  if (declarations.problem) problems.push({ file, ...declarations.problem });
}

/** Parsers that call themselves give up on a file that is nested deeper than any manifest. */
function readSafely(reader: ManifestReader, text: string): Declarations {
  try {
    return reader.read(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { packages: [], problem: { message: 'is nested too deeply' } };
  }
}
