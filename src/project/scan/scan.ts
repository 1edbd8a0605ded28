import type { Worker } from 'node:worker_threads';
import type { Files } from '../files';
import { findSources, type SourcesRequest } from './findSources';
import { isSource } from './isSource';
import { scanFiles, type Scan, type ScanOptions } from './scanFiles';

export interface ScanRequest extends Omit<SourcesRequest, 'isSource'>, ScanOptions {}

/** Looks into every source file under some paths, in threads of its own. */
export async function scan(files: Files, request: ScanRequest, start: () => Worker): Promise<Scan> {
  return scanFiles(await findSources(files, { ...request, isSource }), request, start);
}
