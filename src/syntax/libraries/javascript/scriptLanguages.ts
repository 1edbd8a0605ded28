import type { LanguageId } from '../../languages';

/** What the libraries of npm are written for. */
export const scriptLanguages: readonly LanguageId[] = ['javascript', 'typescript', 'tsx'];
