import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { diskReader } from './project/diskReader';
import { diskFingerprint } from './project/resolver/diskFingerprint';
import { rememberingResolver } from './project/resolver/rememberingResolver';
import { serve } from './project/thread/serve';

/** The thread on which the extension resolves: code that is followed there holds up nobody. */
if (parentPort) {
  const reader = diskReader(join(__dirname, '..', 'media', 'grammars'));
  serve(parentPort, rememberingResolver(reader, diskFingerprint));
}
