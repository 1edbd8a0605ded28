import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { CodeAnalyser } from './project/analysis/codeAnalyser';
import { diskFiles } from './project/diskFiles';
import { overlaidFiles } from './project/overlaidFiles';
import { FilesAhead } from './project/scan/filesAhead';
import { scanFile } from './project/scan/scanFile';
import type { ScanWorkerData } from './project/scan/startScanWorker';
import { SyntaxTrees } from './syntax/syntaxTrees';

/** Answers each list of paths with what is found in those files. */
const { root, unsaved } = workerData as ScanWorkerData;
const files = new FilesAhead(overlaidFiles(diskFiles, unsaved));
const trees = new SyntaxTrees((name) => join(__dirname, '..', 'media', 'grammars', name));
const analyser = new CodeAnalyser(files, trees, root);

parentPort?.on('message', (paths: readonly string[]) => {
  void scanAll(paths).then((scanned) => parentPort?.postMessage(scanned));
});

async function scanAll(paths: readonly string[]): Promise<unknown> {
  const scanned = [];
  files.readAhead(paths);
  for (const path of paths) scanned.push(await scanFile(files, analyser, path));
  return scanned;
}
