import { javascriptStart } from './javascript';
import type { ProgramStart } from './programStart';
import { pythonStart } from './python';

/** The program of the project that a command starts; `undefined` where it starts none. */
export function startOf(argv: readonly string[]): ProgramStart | undefined {
  return pythonStart(argv) ?? javascriptStart(argv);
}
