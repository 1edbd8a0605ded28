import assert from 'node:assert/strict';
import { it } from 'mocha';
import { consultCatalogue } from '../../../../src/core/operations/catalogue';
import type { Payload } from '../../../../src/core/operations/payload';
import { redisReader } from '../../../../src/core/operations/redis/redisReader';
import { sqlReader } from '../../../../src/core/operations/sql/sqlReader';
import { noContext } from '../../../conformance/noContext';
import { shownOperations } from '../shownOperations';
import { wordsIn } from './effects';

/** A command line, and what it and the statements on it do; files and input that it reads are told as such. */
export type ClientCase = readonly [line: string, ...effects: readonly string[]];

export function itDoes(cases: readonly ClientCase[]): void {
  for (const [line, ...expected] of cases)
    it(`knows ${line}`, async () => assert.deepEqual(await effectsOfClient(line), expected));
}

async function effectsOfClient(line: string): Promise<readonly string[]> {
  const [program = '', ...args] = wordsIn(line);
  const { operations, payloads } = consultCatalogue(program, args, noContext);
  const read = await Promise.all(payloads.map(readPayload));
  return [...shownOperations(operations), ...read.flat()];
}

async function readPayload(payload: Payload): Promise<readonly string[]> {
  if (payload.kind === 'input') return [`reads ${payload.language}`];
  if (payload.kind === 'file') return [`reads ${payload.language} in ${payload.path}`];
  const reader = [sqlReader, redisReader].find(({ languages }) =>
    languages.includes(payload.language),
  );
  return shownOperations((await reader?.read(payload.text, payload.language)) ?? []);
}
