import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { explanationMarkdown } from '../../../src/editor/explanationMarkdown';
import { escapeIcons } from '../../../src/editor/statusBarAppearance';
import type { Sentence } from '../../../src/project/explanation';

function markdown(...sentences: readonly Sentence[]): string {
  return explanationMarkdown([{ title: 'Why *production*', sentences }], {
    folder: '/app',
    uriOf: ({ file, line }) => `file://${encodeURI(file)}#L${line}`,
  });
}

describe('an explanation as Markdown', () => {
  it('links a place, as seen from the folder', () => {
    assert.equal(
      markdown(['Decided by ', { file: '/app/a b/.env', line: 3 }, '.']),
      '**Why \\*production\\***\n\n- Decided by [a b\\/\\.env\\:3](file:///app/a%20b/.env#L3)\\.',
    );
  });

  const hostile: readonly [what: string, text: string][] = [
    ['a command link', '[x](command:workbench.action.quit)'],
    ['an image', '![x](https://evil.example/p.png)'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['an icon', '$(flame)'],
    ['a bare link', 'https://evil.example'],
    ['code', '`x`'],
  ];
  for (const [what, text] of hostile)
    it(`shows ${what} in a name as text`, () => {
      const shown = markdown([text]).split('\n- ')[1]!;
      assert.doesNotMatch(shown, /(?<!\\)[[\]()<>!`$:]/);
      assert.equal(shown.replaceAll(/\\(?=[^\w\s])/g, ''), text);
    });
});

describe('the text of the status bar item', () => {
  it('shows an icon in the name of a database as text', () => {
    assert.equal(escapeIcons('PRODUCTION $(check)@x.example'), 'PRODUCTION \\$(check)@x.example');
  });
});
