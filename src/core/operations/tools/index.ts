import type { Tool } from '../tool';
import { postgresTools } from './postgres';

/** The catalogue: a line per family of programs. */
export const tools: readonly Tool[] = [...postgresTools];
