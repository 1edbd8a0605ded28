import type { CodeLanguage } from './codeLanguage';
import { javascript } from './rules/javascript';
import { mongosh } from './rules/mongosh';
import { php } from './rules/php';
import { python } from './rules/python';
import { ruby } from './rules/ruby';

/** The languages whose statements are read, a line each. */
export const codeLanguages: readonly CodeLanguage[] = [mongosh, python, javascript, ruby, php];
