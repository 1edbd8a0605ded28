import { codeLanguageOf } from '../analysis/sourceOf';
import { statementFiles } from '../analysis/statementFiles';

/** Whether a file's name says that calls or statements can be found in it. */
export function isSource(path: string): boolean {
  return codeLanguageOf(path) !== undefined || statementFiles.some(({ name }) => name.test(path));
}
