import { languageOf, type LanguageId } from '../../syntax/languages';
import { readNotebookSource } from './notebookSource';

const notebook = /\.ipynb$/;

export function isNotebook(path: string): boolean {
  return notebook.test(path);
}

/** The language that the code of a file is read as. */
export function codeLanguageOf(path: string): LanguageId | undefined {
  return isNotebook(path) ? 'python' : languageOf(path);
}

/** The code of a file, which may be wrapped in something else. */
export function codeOf(path: string, text: string): string {
  return isNotebook(path) ? (readNotebookSource(text)?.python.text ?? '') : text;
}
