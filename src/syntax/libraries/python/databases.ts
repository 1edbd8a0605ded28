import type { CodeLibrary } from '../../analysis/codeLibrary';

const execute = '<databases>.**.execute|fetch_all|fetch_one|fetch_val()';
const executeMany = '<databases>.**.execute_many()';

/** `databases`, the asynchronous layer over several drivers. */
export const databases: CodeLibrary = {
  name: 'databases',
  languages: ['python'],
  modules: ['databases'],
  rules: [
    { match: execute, given: '.query', sql: 'query' },
    { match: execute, sql: 0 },
    { match: executeMany, given: '.query', sql: 'query', isRepeated: true },
    { match: executeMany, sql: 0, isRepeated: true },
  ],
};
