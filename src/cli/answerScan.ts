import { basename, dirname, sep } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { isAtLeast } from '../core/findings/severity';
import { UserError } from '../errors';
import { readFileRuns } from '../project/analysis/readFileRuns';
import { placeText } from '../project/describe';
import type { Files, FolderEntry } from '../project/files';
import type { Reader } from '../project/request';
import { assessScan, type AssessedScan } from '../project/scan/assessScan';
import { scan } from '../project/scan/scan';
import { findWorkspaceRoot } from '../project/workspaceSettings';
import { completeRequest } from './answer';
import type { ScanCommand } from './readScanRequest';
import { reportScan } from './scanReport';
import { sarifOf } from './scanSarif';
import { scanText } from './scanText';

export interface ScanAnswer {
  /** For standard output. Ends with a line break. */
  readonly text: string;
  /** For standard error: one line each. */
  readonly messages: readonly string[];
  /** Whether anything is as loud as the scan was asked to fail on. */
  readonly fails: boolean;
}

/** @param start starts a thread that scans, for a workspace folder */
export async function answerScan(
  reader: Reader,
  command: ScanCommand,
  start: (root: string) => Worker,
): Promise<ScanAnswer> {
  const { files } = reader;
  const { place, paths, format, failOn } = command;
  for (const path of paths) await requirePath(files, path);
  const request = await completeRequest(reader, place);
  const root = await rootOf(files, request.root, paths);
  const found = await scan(files, { root, paths }, () => start(root));
  const assessed = await assessScan(found, (hit) =>
    readFileRuns(reader, { ...request, root }, hit),
  );
  const open = assessed.findings.filter(({ reviewed }) => reviewed === undefined);
  return {
    text: format === 'text' ? scanText(assessed, place.cwd) : jsonText(format, assessed, place.cwd),
    messages: assessed.problems.map(
      ({ message, ...at }) => `${placeText(at, place.cwd)} ${message}`,
    ),
    fails: failOn !== undefined && open.some(({ severity }) => isAtLeast(severity, failOn)),
  };
}

function jsonText(format: 'json' | 'sarif', assessed: AssessedScan, cwd: string): string {
  const report = format === 'json' ? reportScan(assessed, cwd) : sarifOf(assessed, cwd);
  return `${JSON.stringify(report)}\n`;
}

async function requirePath(files: Files, path: string): Promise<void> {
  const isThere = path === dirname(path) || (await entryAt(files, path)) !== undefined;
  if (!isThere) throw new UserError(`There is no '${path}'.`);
}

async function entryAt(files: Files, path: string): Promise<FolderEntry | undefined> {
  return (await files.list(dirname(path))).find(({ name }) => name === basename(path));
}

/** The workspace folder, where it holds all that is scanned; else the one around the first path. */
async function rootOf(
  files: Files,
  root: string,
  paths: readonly [string, ...string[]],
): Promise<string> {
  const isInside = paths.every((path) => path === root || path.startsWith(`${root}${sep}`));
  if (isInside) return root;
  const [first] = paths;
  const entry = await entryAt(files, first);
  return findWorkspaceRoot(files, entry?.kind === 'file' ? dirname(first) : first);
}
