import type { ClientContext } from '../../src/core/targets/grammar';

/** No variables and no files around a connection string. */
export const noContext: ClientContext = {
  find: () => undefined,
  readFile: () => undefined,
  home: '/home/user',
  cwd: '/project',
};
