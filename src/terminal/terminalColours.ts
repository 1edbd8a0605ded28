import type { Stage } from '../core/stages/stage';

export type ThemeKind = 'dark' | 'light' | 'highContrast';

export interface Colours {
  readonly background: string;
  readonly text: string;
}

/** Dark or pale enough that text and the 16 ANSI colours read as well as on the theme's own background. */
const red: Readonly<Record<ThemeKind, Colours | undefined>> = {
  dark: { background: '#450000', text: '#ffffff' },
  light: { background: '#ffe3e3', text: '#1a0000' },
  highContrast: undefined,
};
const amber: Readonly<Record<ThemeKind, Colours | undefined>> = {
  dark: { background: '#2e2000', text: '#ffffff' },
  light: { background: '#fff0c2', text: '#1a1200' },
  highContrast: undefined,
};

const coloursOfStage: Readonly<Record<Stage, typeof red | undefined>> = {
  production: red,
  unknown: amber,
  staging: amber,
  development: undefined,
  test: undefined,
};

/** How a terminal of this stage looks; `undefined` where it keeps the colours of the theme. */
export function terminalColours(stage: Stage | undefined, theme: ThemeKind): Colours | undefined {
  return stage && coloursOfStage[stage]?.[theme];
}

/** What a terminal understands: OSC 11 and 10 set background and text, OSC 111 and 110 put the theme's back. */
export function colourSequence(colours: Colours | undefined): string {
  const commands = colours ? [`11;${colours.background}`, `10;${colours.text}`] : ['111', '110'];
  return commands.map((command) => `\x1b]${command}\x1b\\`).join('');
}
