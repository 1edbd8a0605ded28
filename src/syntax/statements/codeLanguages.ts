import type { CodeLanguage } from './codeLanguage';
import { mongosh } from './rules/mongosh';

/** The languages whose statements are read, a line each. */
export const codeLanguages: readonly CodeLanguage[] = [mongosh];
