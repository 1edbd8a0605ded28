import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { localAnalysis } from './project/analysis/localAnalysis';
import { diskReader } from './project/diskReader';
import { serve } from './project/thread/serve';

/** The thread on which the files in the editor are read for what their code does to data. */
if (parentPort) {
  const { files, trees } = diskReader(join(__dirname, '..', 'media', 'grammars'));
  serve(parentPort, localAnalysis(files, trees));
}
