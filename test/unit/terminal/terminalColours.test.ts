import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Stage } from '../../../src/core/stages/stage';
import {
  colourSequence,
  terminalColours,
  type ThemeKind,
} from '../../../src/terminal/terminalColours';

/** VS Code's default terminal colours: its background, then the 16 ANSI colours. */
const vscode: Readonly<Record<'dark' | 'light', { background: string; ansi: string }>> = {
  dark: {
    background: '#1f1f1f',
    ansi: '#000000 #cd3131 #0dbc79 #e5e510 #2472c8 #bc3fbc #11a8cd #e5e5e5 #666666 #f14c4c #23d18b #f5f543 #3b8eea #d670d6 #29b8db #e5e5e5',
  },
  light: {
    background: '#ffffff',
    ansi: '#000000 #cd3131 #107c10 #949800 #0451a5 #bc05bc #0598bc #555555 #666666 #cd3131 #14ce14 #b5ba00 #0451a5 #bc05bc #0598bc #a5a5a5',
  },
};

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((index) => {
    const part = Number.parseInt(colour.slice(index, index + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** The contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const hue = (colour: string): string => {
  const [red, green, blue] = [1, 3, 5].map((index) =>
    Number.parseInt(colour.slice(index, index + 2), 16),
  );
  return red! > green! + 20 && Math.abs(green! - blue!) < 10
    ? 'red'
    : red! > green! && green! > blue! + 20
      ? 'amber'
      : 'other';
};

const table: readonly (readonly [stage: Stage | undefined, hue: string | undefined])[] = [
  ['production', 'red'],
  ['staging', 'amber'],
  ['unknown', 'amber'],
  ['development', undefined],
  ['test', undefined],
  [undefined, undefined],
];

describe('terminal colours', () => {
  for (const [stage, expected] of table)
    for (const theme of ['dark', 'light'] as const)
      it(`are ${expected ?? 'untouched'} for ${stage ?? 'no database'} in a ${theme} theme`, () => {
        const colours = terminalColours(stage, theme);
        assert.equal(colours && hue(colours.background), expected);
      });

  it('leave high-contrast themes alone', () => {
    for (const [stage] of table) assert.equal(terminalColours(stage, 'highContrast'), undefined);
  });

  for (const theme of ['dark', 'light'] as const)
    for (const stage of ['production', 'staging'] as const) {
      const { background, text } = terminalColours(stage, theme)!;
      const own = vscode[theme];

      it(`keep text readable for ${stage} in a ${theme} theme`, () => {
        assert.ok(contrast(text, background) >= 12);
      });

      // VS Code lifts every text to 4.5:1 against the background (terminal.integrated.minimumContrastRatio). What reads
      // well on its own background must not come to depend on that.
      it(`cost the ANSI colours little contrast for ${stage} in a ${theme} theme`, () => {
        for (const colour of own.ansi.split(' ')) {
          const before = contrast(colour, own.background);
          const after = contrast(colour, background);
          assert.ok(after >= Math.min(before * 0.8, 4.5), `${colour}: ${before} → ${after}`);
        }
      });
    }

  it('are set and put back together, text with background', () => {
    assert.equal(
      colourSequence({ background: '#450000', text: '#ffffff' }),
      '\x1b]11;#450000\x1b\\\x1b]10;#ffffff\x1b\\',
    );
    assert.equal(colourSequence(undefined), '\x1b]111\x1b\\\x1b]110\x1b\\');
  });

  it('fit every theme', () => {
    for (const theme of ['dark', 'light', 'highContrast'] satisfies ThemeKind[])
      assert.equal(terminalColours('development', theme), undefined);
  });
});
