import { languageOf } from '../../syntax/languages';
import type { ClientCall } from './clientCall';
import type { ProgramLanguage } from './evaluation';
import { javascriptClients } from './javascriptClients';
import { javascript } from './javascriptEvaluation';
import { pythonClients } from './pythonClients';
import { python } from './pythonEvaluation';

interface ProgramKind {
  readonly language: ProgramLanguage;
  /** The calls by which programs of the language name a database. */
  readonly clients: readonly ClientCall[];
}

const javascriptKind: ProgramKind = { language: javascript, clients: javascriptClients };

/** How the program that starts from a file is followed; `undefined` for languages that are not. */
export function programKindOf(entry: string): ProgramKind | undefined {
  // The cells of a notebook are read as one program in the place of its file.
  if (entry.endsWith('.ipynb')) return { language: python, clients: pythonClients };
  switch (languageOf(entry)) {
    case 'python':
      return { language: python, clients: pythonClients };
    case 'javascript':
    case 'typescript':
    case 'tsx':
      return javascriptKind;
    case 'bash':
    case 'go':
    case 'java':
    case 'php':
    case 'ruby':
    case undefined:
      return undefined;
  }
}
