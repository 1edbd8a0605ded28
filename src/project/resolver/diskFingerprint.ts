import { stat } from 'node:fs/promises';
import type { Fingerprint } from './answerTrace';

/** File systems give all writes between two ticks of their clock the same time. */
const longestTickMs = 20;

/** When a file or folder was changed last, and which one it is. One that has just changed may do so unseen: it counts as new. */
export const diskFingerprint: Fingerprint = async (path) => {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path);
    const now = Date.now();
    const isSettled = Math.abs(now - ctimeMs) > longestTickMs;
    return [ino, size, mtimeMs, ctimeMs, ...(isSettled ? [] : [now])].join(' ');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
};
