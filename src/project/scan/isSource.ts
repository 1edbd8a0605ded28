import { languageOf } from '../../syntax/languages';
import { statementFiles } from '../analysis/statementFiles';

/** Whether a file's name says that calls or statements can be found in it. */
export function isSource(path: string): boolean {
  return languageOf(path) !== undefined || statementFiles.some(({ name }) => name.test(path));
}
