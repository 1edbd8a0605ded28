import type { CommandRule } from '../tool';

type Effect = Omit<CommandRule, 'id' | 'match'>;

/** Migrations forwards: tables and columns come, as a rule, and what they hold stays. */
export const forward: Effect = { kind: 'migrate', reach: 'some', subject: 'the schema' };

/** Migrations back: what they made goes, with all that is in it. */
export const back: Effect = {
  kind: 'drop',
  reach: 'some',
  subject: 'what the last migrations made',
};

/** All migrations back, or everything dropped and made anew. */
export const reset: Effect = { kind: 'drop', subject: 'every table', takesAll: true };

export const dropDatabase: Effect = { kind: 'drop', subject: 'the database {*}', takesAll: true };

/** The tool's own record of which migrations ran. */
export const record: Effect = {
  kind: 'update',
  reach: 'one',
  subject: 'the record of the migrations that ran',
};

export const seed: Effect = { kind: 'insert', reach: 'some', subject: 'what the seeds make' };
