import assert from 'node:assert/strict';
import { it } from 'mocha';
import { consultCatalogue } from '../../../../src/core/operations/catalogue';
import type { ClientContext } from '../../../../src/core/targets/grammar';
import { noContext } from '../../../conformance/noContext';

/** A command line of plain words and quoted ones, and what it does: kind, reach and subject, with `!` for all of it. */
export type Effect = readonly [line: string, ...effects: readonly string[]];

export function effectsOf(line: string, context: ClientContext = noContext): readonly string[] {
  const [program = '', ...args] = wordsIn(line);
  return consultCatalogue(program, args, context).operations.map(
    ({ kind, reach, subject, takesAll }) => `${kind} ${reach}${takesAll ? '!' : ''}: ${subject}`,
  );
}

export function wordsIn(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
}

export function itHasEffects(effects: readonly Effect[]): void {
  for (const [line, ...expected] of effects)
    it(`knows ${line}`, () => assert.deepEqual(effectsOf(line), expected));
}

export function itHasNoEffect(lines: readonly string[]): void {
  for (const line of lines) it(`leaves ${line} alone`, () => assert.deepEqual(effectsOf(line), []));
}
