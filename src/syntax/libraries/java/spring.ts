import type { CodeLibrary } from '../../analysis/codeLibrary';

export const springData: CodeLibrary = {
  name: 'Spring Data',
  languages: ['java'],
  modules: ['org.springframework.data'],
  classes: { Repository: ['<org>.springframework.data.**.*Repository'] },
  rules: [
    {
      id: 'spring-delete-all',
      match: '{Repository is Repository}.[instance].deleteAll|deleteAllInBatch()',
      isBare: true,
      kind: 'delete',
      reach: 'all',
      subject: 'every record of {Repository}',
    },
    {
      id: 'spring-delete-many',
      match:
        '{Repository is Repository}.[instance].deleteAll|deleteAllInBatch|deleteAllById|deleteAllByIdInBatch|deleteInBatch()',
      kind: 'delete',
      reach: 'some',
      subject: 'records of {Repository}',
    },
    {
      id: 'spring-delete-one',
      match: '{Repository is Repository}.[instance].delete|deleteById()',
      kind: 'delete',
      reach: 'one',
      subject: 'one record of {Repository}',
    },
    { match: '<org>.springframework.data.**.Query()', sql: 0 },
    { match: '<org>.springframework.data.**.Query()', given: 'value', sql: 'value' },
  ],
};
