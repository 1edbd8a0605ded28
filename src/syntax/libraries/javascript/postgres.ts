import type { CodeLibrary } from '../../analysis/codeLibrary';
import { scriptLanguages } from './scriptLanguages';

/** Clients whose connection is itself what a statement is written behind: postgres.js, Neon, Vercel, slonik, Bun. */
const modules = ['postgres', '@neondatabase/serverless', '@vercel/postgres', 'slonik', 'bun'];

export const postgres: CodeLibrary = {
  name: 'postgres.js',
  languages: scriptLanguages,
  system: 'postgresql',
  modules,
  rules: [
    { match: modules.map((module) => `<${module}>.**.()`), sql: 0 },
    {
      match: modules.map((module) => `<${module}>.**.sql|unsafe|query|any|many|one|none()`),
      sql: 0,
    },
  ],
};
