import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { MongoBinary } from 'mongodb-memory-server-core';
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl';
import { findCommand } from '../findCommand';
import { withProgress } from '../progress';

const version = '8.2.1';
const answerMs = 3_000;

/** Offline, or where MongoDB has no build for this system, the answer has to be quick. */
async function isDownloadable(): Promise<boolean> {
  try {
    const { platform, arch } = process;
    const url = await new MongoBinaryDownloadUrl({ platform, arch, version }).getDownloadUrl();
    const signal = AbortSignal.timeout(answerMs);
    return (await fetch(url, { method: 'HEAD', signal })).ok;
  } catch {
    return false;
  }
}

async function download(): Promise<string | undefined> {
  const downloadDir = resolve('.cache/mongodb');
  mkdirSync(downloadDir, { recursive: true });
  try {
    return await withProgress('Downloading MongoDB (once)', () =>
      MongoBinary.getPath({ version, downloadDir }),
    );
  } catch (error) {
    console.log(`  MongoDB was not downloaded: ${String(error)}`);
    return undefined;
  }
}

/** A real mongod: the one on the PATH, or a download where that works. */
export async function findMongod(): Promise<string | undefined> {
  return findCommand('mongod') ?? ((await isDownloadable()) ? download() : undefined);
}
