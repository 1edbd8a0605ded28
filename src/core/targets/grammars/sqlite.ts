import type { Grammar } from '../grammar';
import { unquote } from '../pythonUrl';
import { safeConnection } from '../safeConnection';
import type { ConnectionParts } from '../target';

/** `sqlite:///relative`, `sqlite:////absolute`, and the `file:` of Prisma and of SQLite itself. */
export const sqlite: Grammar = {
  id: 'sqlite',
  title: 'SQLite',
  accepts: (text) => /^(?:sqlite3?|sqlite\+\w+|libsql\+file|spatialite|file):/i.test(text),
  parse(url) {
    const [, rest = ''] = /^[^:]*:(.*)$/s.exec(url.reveal()) ?? [];
    const path = rest.replace(/^\/\/(?:localhost(?=\/))?/, '');
    const isUrl = rest.startsWith('//') && !/^file:/i.test(url.reveal());
    return safeConnection(fileParts(isUrl ? path.replace(/^\/(?=.)/, '') : path));
  },
};

/** A SQLite file by its path as written: empty and `:memory:` name no file. */
export function fileParts(written: string): ConnectionParts {
  const [path = '', query = ''] = written.replace(/^file:/, '').split('?', 2);
  const isMemory = path === '' || path === ':memory:' || /(?:^|&)mode=memory(?:&|$)/.test(query);
  return {
    system: 'sqlite',
    endpoints: [isMemory ? { kind: 'memory' } : { kind: 'file', path: unquote(path) }],
  };
}
