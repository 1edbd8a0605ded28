import type { Stage } from '../core/stages/stage';

export interface StatusBarAppearance {
  readonly icon: string;
  /** `undefined` leaves the item in the colours of the bar. */
  readonly colour?: 'error' | 'warning';
}

const appearances: Readonly<Record<Stage, StatusBarAppearance>> = {
  production: { icon: 'flame', colour: 'error' },
  unknown: { icon: 'warning', colour: 'warning' },
  staging: { icon: 'warning', colour: 'warning' },
  development: { icon: 'database' },
  test: { icon: 'beaker' },
};

export function statusBarAppearance(stage: Stage | undefined): StatusBarAppearance {
  return stage ? appearances[stage] : { icon: 'database' };
}

/** A name that holds `$(icon)` shows it as text. */
export function escapeIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
