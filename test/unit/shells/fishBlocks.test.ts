import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { flattenFishBlocks } from '../../../src/shells/fishBlocks';

const cases: readonly (readonly [line: string, flat: string])[] = [
  ['for i in 1 2; ls; end', ':        1 2; ls; :  '],
  ['for i in (ls)\nls $i\nend', ':        (ls)\nls $i\n:  '],
  ['switch a; case b; ls; end', ':      a; :    b; ls; :  '],
  ['if test -d x\nls\nelse\npwd\nend', '   test -d x\nls\n:   \npwd\n:  '],
  ['begin; ls; end', ':    ; ls; :  '],
  ['true; and ls; or pwd', 'true;     ls;    pwd'],
  ['echo end; ls for i in x', 'echo end; ls for i in x'],
];

describe('the blocks of fish', () => {
  for (const [line, flat] of cases)
    it(`run what is in them: ${line.replaceAll('\n', '⏎')}`, () => {
      assert.equal(flattenFishBlocks(line), flat);
      assert.equal(flat.length, line.length);
    });
});
