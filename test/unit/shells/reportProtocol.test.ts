import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { maximumReportLength, parseReport } from '../../../src/shells/reportProtocol';

const report = (...fields: readonly string[]): string => [...fields, '', ''].join('\0');

const rejected: readonly (readonly [text: string, why: string])[] = [
  ['', 'nothing'],
  [report('bash', '42', '/home').slice(0, -1), 'no end'],
  [report('bash', '42', '/home', 'A=1').slice(0, -4), 'its last variable cut off'],
  [report('bash', '42'), 'no folder'],
  [report('powershell', '42', '/home'), 'a shell without a hook'],
  [report('bash', '0', '/home'), 'an id of no process'],
  [report('bash', '-1', '/home'), 'the id of a group of processes'],
  [report('bash', '4e2', '/home'), 'a number in another notation'],
  [report('bash', '99999999999', '/home'), 'too large an id'],
  [report('bash', '42', 'home'), 'a relative folder'],
  [report('bash', '42', '/home', 'A'), 'no value'],
  [report('bash', '42', '/home', '1A=x'), 'a setting without a proper name'],
  [report('bash', '42', '/home', 'A B=x'), 'a setting without a proper name'],
  [report('bash', '42', '/home', '', 'A=1'), 'an empty field in between'],
  [report('bash', '42', '/home', ...Array<string>(2001).fill('A=1')), 'too many variables'],
  [report('bash', '42', '/home', `A=${'x'.repeat(maximumReportLength)}`), 'too much of everything'],
];

describe('a report of a shell', () => {
  it('names the shell, its process, its folder and its variables', () => {
    assert.deepEqual(
      parseReport('report', report('zsh', '42', '/a\nb', 'A=', 'B_1=x=y\n\n', 'A=last')),
      {
        shell: 'zsh',
        processId: 42,
        cwd: '/a\nb',
        variables: new Map([
          ['A', 'last'],
          ['B_1', 'x=y\n\n'],
        ]),
        wasRefused: false,
      },
    );
  });

  it('may have no variables', () => {
    assert.equal(parseReport('report', report('fish', '42', '/'))?.variables.size, 0);
  });

  for (const [text, why] of rejected)
    it(`is nothing that has ${why}`, () => assert.equal(parseReport('report', text), undefined));

  it('comes back as it was sent, whatever the values are', () => {
    const value = fc
      .string({ unit: 'binary', maxLength: 40 })
      .map((text) => text.replaceAll('\0', ''));
    const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,20}$/);
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 5 }), (variables) => {
        const settings = Object.entries(variables).map(([key, text]) => `${key}=${text}`);
        assert.deepEqual(
          parseReport('report', report('bash', '1', '/', ...settings))?.variables,
          new Map(Object.entries(variables)),
        );
      }),
    );
  });

  it('never throws', () => {
    const piece = fc.oneof(fc.constantFrom('\0', 'bash', '1', '/', 'A=1', '='), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => void parseReport('report', pieces.join(''))),
    );
  });
});
