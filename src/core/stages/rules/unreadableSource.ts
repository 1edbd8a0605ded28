import { basename } from '../names';
import type { StageRule } from '../stageRule';

/** A stronger source that could not be read may name another database, so nothing can be called safe. */
export const unreadableSource: StageRule = {
  id: 'unreadable-source',
  assess({ target }) {
    const [doubt] = target.doubts;
    if (!doubt) return undefined;
    const { file, line, message } = doubt;
    const text = `${basename(file)} ${message}, and it may name another database.`;
    return {
      stage: 'unknown',
      reasons: [
        { text, origin: { kind: 'file', name: basename(file), file, ...(line && { line }) } },
      ],
    };
  },
};
