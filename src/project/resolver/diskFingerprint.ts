import { stat } from 'node:fs/promises';
import type { Fingerprint } from './answerTrace';

/** When a file or folder was changed last, and which one it is. */
export const diskFingerprint: Fingerprint = async (path) => {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path);
    return [ino, size, mtimeMs, ctimeMs].join(' ');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
};
