import type { CodeLibrary } from '../../analysis/codeLibrary';

const execute = 'execute|fetch|fetchrow|fetchval|prepare|cursor()';
const executeMany = 'executemany|fetchmany()';
const unknown = '**.*conn|*connection|*pool|db';

export const asyncpg: CodeLibrary = {
  name: 'asyncpg',
  languages: ['python'],
  system: 'postgresql',
  modules: ['asyncpg'],
  rules: [
    { match: `<asyncpg>.**.${execute}`, sql: 0 },
    { match: `<asyncpg>.**.${executeMany}`, sql: 0, isRepeated: true },
    { confidence: 'likely', match: `${unknown}.${execute}`, sql: 0 },
    { confidence: 'likely', match: `${unknown}.${executeMany}`, sql: 0, isRepeated: true },
  ],
};
